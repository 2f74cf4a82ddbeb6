package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.app.wall.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The wall as a process: killed, and with its FX thread frozen, it is back in time.
@EnabledIfSystemProperty(named = "spillway.long", matches = "room")
class WallProcessLongTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir Path dir;

    private List<String> line(int view) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-Dfreeze=" + dir,
                "-cp",
                System.getProperty("java.class.path"),
                FreezingMain.class.getName(),
                "wall",
                "--state",
                dir.resolve("state").toString(),
                "--config",
                dir.resolve("none.yaml").toString(),
                "--page=overview,fleet",
                "--every=2s",
                "--supervised=" + view);
    }

    private List<String> lives() {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(f -> f.getFileName().toString().startsWith("life-"))
                    .sorted()
                    .map(WallProcessLongTest::read)
                    .filter(text -> !text.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The process of the life of this number, once it shows Pictures.
    private ProcessHandle showing(Supervisor supervisor, int number) {
        await().atMost(LONG).until(() -> lives().size() == number && supervisor.lives());
        return ProcessHandle.of(Long.parseLong(lives().getLast().split(" ")[0])).orElseThrow();
    }

    @Test
    void itIsBackAfterAKillAndAfterItsPictureFroze() throws Exception {
        Supervisor supervisor = new Supervisor(this::line, Supervisor.Patience.USUAL);
        Thread running = Thread.ofPlatform().start(supervisor::run);
        try {
            ProcessHandle first = showing(supervisor, 1);
            long killed = System.nanoTime();
            first.destroyForcibly();
            showing(supervisor, 2);
            System.out.println("back after a kill: " + since(killed));
            long frozen = System.nanoTime();
            Files.createFile(dir.resolve("freeze"));
            ProcessHandle third = showing(supervisor, 3);
            System.out.println("back after a freeze: " + since(frozen));
            running.interrupt();
            running.join(LONG);
            assertThat(third.isAlive()).isFalse();
        } finally {
            running.interrupt();
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
