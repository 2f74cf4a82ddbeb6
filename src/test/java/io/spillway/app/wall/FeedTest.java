package io.spillway.app.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.config.Config;
import io.spillway.app.config.ConfigFile;
import io.spillway.app.config.ScenarioName;
import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.DeskServer;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.desk.StateFolder;
import io.spillway.ui.SamplePictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path dir;
    private final List<Feed.Shown> shown = new CopyOnWriteArrayList<>();

    /// A console's desk, which remembers what it was told.
    private record Console(List<Command> told) implements DeskPort {
        @Override
        public Picture picture() {
            return SamplePictures.overload();
        }

        @Override
        public AutoCloseable watch(Consumer<Picture> listener) {
            return () -> {};
        }

        @Override
        public CompletableFuture<Reply> send(Command command) {
            told.add(command);
            return CompletableFuture.completedFuture(new Reply(true, "", null, null));
        }

        @Override
        public void close() {}
    }

    private Feed feed() {
        return new Feed(
                dir,
                null,
                screen -> OwnRules.of(null, dir, InstantSource.system(), screen),
                shown::add);
    }

    @Test
    void aDeskHereIsFollowedWhileItRunsAndTheWallWatchesByItselfElsewhere() throws Exception {
        Console console = new Console(new CopyOnWriteArrayList<>());
        Feed feed = feed();
        feed.look();
        assertThat(shown.getLast().shared()).isFalse();
        assertThat(shown.getLast().picture().state()).isEqualTo(Picture.State.UNCONFIGURED);
        try (DeskServer server = new DeskServer(console, StateFolder.socket(dir))) {
            assertThat(server).isNotNull();
            feed.look();
            assertThat(shown.getLast().shared()).isTrue();
            assertThat(shown.getLast().picture().site()).isEqualTo(console.picture().site());
        }
        await().atMost(SOON)
                .until(() -> {
                    feed.look();
                    return !shown.getLast().shared();
                });
        assertThat(console.told()).isEmpty();
        feed.start();
        feed.close();
    }

    @Test
    void theWallsOwnRulesListenToNobody() throws Exception {
        try (OwnRules own =
                OwnRules.practice(
                        PracticeSpec.of(ScenarioName.SURGE),
                        dir,
                        p -> shown.add(new Feed.Shown(p, false)))) {
            await().atMost(SOON)
                    .until(() -> !shown.getLast().picture().fleet().servers().isEmpty());
            assertThat(own).isNotNull();
            try (Stream<Path> files = Files.walk(dir)) {
                assertThat(files).noneMatch(f -> f.toString().endsWith(".sock"));
            }
        }
    }

    @Test
    void itBeginsWithTheNetworkDown() throws Exception {
        Path file =
                Files.writeString(
                        dir.resolve("spillway.yaml"),
                        """
                        site: shop
                        poll: 1s
                        sources: [{name: metrics, prometheus: "http://127.0.0.1:9"}]
                        balancers:
                          - {name: lb-1, stats: "http://127.0.0.1:9/stats;csv"}
                          - {name: lb-2, address: tcp://127.0.0.1:9}
                        pools: [{name: web}]
                        """);
        Config config = ConfigFile.load(file, _ -> null);
        try (OwnRules own =
                OwnRules.of(
                        config,
                        dir,
                        InstantSource.system(),
                        p -> shown.add(new Feed.Shown(p, false)))) {
            await().atMost(SOON).until(() -> shown.getLast().picture().tick() > 0);
            assertThat(own).isNotNull();
        }
        Picture last = shown.getLast().picture();
        assertThat(last.site()).isEqualTo("shop");
        // What can only be read with the right to change it is not read.
        assertThat(last.sources()).extracting("name").containsExactly("metrics", "lb-1");
    }
}
