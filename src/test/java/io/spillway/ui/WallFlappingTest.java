package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Actuator;
import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.config.Config;
import io.spillway.app.config.ScenarioName;
import io.spillway.app.graph.PracticeSite;
import io.spillway.app.graph.ReliefOf;
import io.spillway.app.graph.SourceAdapters;
import io.spillway.desk.AlarmMeans;
import io.spillway.desk.Desk;
import io.spillway.desk.DeskSettings;
import io.spillway.desk.Picture;
import io.spillway.fleet.SourceHealth;
import io.spillway.journal.Journal;
import io.spillway.practice.PracticeFleet;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.wall.Page;
import io.spillway.ui.wall.Wall;
import io.spillway.ui.wall.WallScenes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Metrics engine and balancers come and go, in stepped time: the wall says so each time, is well
/// again each time, and keeps nothing of it. Five times in every run, 500 times in the long one.
@ExtendWith(FxToolkit.class)
class WallFlappingTest {
    private static final boolean LONG = "room".equals(System.getProperty("spillway.long"));
    private static final int FLAPS = LONG ? 500 : 5;
    private static final int WARM = 20;
    private static final int DOWN = 45;
    private static final int UP = 20;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir Path dir;
    private PracticeFleet fleet;
    private SourceAdapters adapters;
    private List<Flapping> sources;
    private Journal journal;
    private Desk desk;

    /// A source whose connection is cut at will.
    private static final class Flapping implements MetricSource {
        private final MetricSource source;
        private volatile boolean cut;

        Flapping(MetricSource source) {
            this.source = source;
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public String kind() {
            return source.kind();
        }

        @Override
        public SourceReport poll(Instant now) throws SourceException {
            if (cut) {
                throw new SourceException(name() + " refuses the connection");
            }
            return source.poll(now);
        }

        @Override
        public void close() {
            source.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        fleet = PracticeSite.open(new PracticeSpec(ScenarioName.CALM, 1.0, null, 1L));
        Config config = PracticeSite.config(fleet);
        adapters = new SourceAdapters(true);
        sources = adapters.readOnly(config).stream().map(Flapping::new).toList();
        journal = Journal.open(dir.resolve("journal.db"));
        desk =
                new Desk(
                        new DeskSettings(
                                config.site(),
                                config.poll(),
                                config.pools(),
                                config.campaigns(),
                                config.alarms().now(),
                                ReliefOf.looking(config),
                                PracticeSite.mark(fleet),
                                "wall",
                                false),
                        List.copyOf(sources),
                        new Actuator(Map.of(), journal, fleet.clock(), "wall"),
                        journal,
                        AlarmMeans.none(),
                        fleet.clock(),
                        dir.resolve("history"));
        pass(UP, null);
    }

    @AfterEach
    void close() {
        desk.close();
        journal.close();
        adapters.close();
        fleet.close();
    }

    private Picture pass(int seconds, @Nullable Wall shown) {
        for (int i = 0; i < seconds; i++) {
            fleet.step(SECOND);
            desk.step();
            if (shown != null) {
                FxToolkit.onFx(() -> shown.show(desk.picture()));
            }
        }
        return desk.picture();
    }

    private static Set<String> blind(Picture picture) {
        return picture.alarms().active() == 0
                ? Set.of()
                : picture.alarms().listed().stream()
                        .filter(a -> a.rule().name().equals("blind") && a.state().active())
                        .map(a -> a.subject().name())
                        .collect(Collectors.toSet());
    }

    @Test
    void eachTimeItIsSaidAndEachTimeItIsOver() {
        Wall wall =
                FxToolkit.onFx(() ->
                        WallScenes.of(3, desk.picture(), Page.OVERVIEW, Theme.NIGHT, 1920, 1080));
        long before = 0;
        for (int flap = 0; flap < FLAPS; flap++) {
            int which = flap;
            List<Flapping> cut =
                    flap % 3 == 2
                            ? sources
                            : sources.stream()
                                    .filter(s -> s.kind().equals("prometheus") == (which % 3 == 0))
                                    .toList();
            cut.forEach(s -> s.cut = true);
            Picture down = pass(DOWN, wall);
            assertThat(blind(down))
                    .as("flap %d", flap)
                    .isEqualTo(cut.stream().map(Flapping::name).collect(Collectors.toSet()));
            cut.forEach(s -> s.cut = false);
            Picture up = pass(UP, wall);
            assertThat(blind(up)).as("flap %d", flap).isEmpty();
            assertThat(up.state()).isNotEqualTo(Picture.State.BLIND);
            assertThat(up.sources()).allMatch(SourceHealth::ok);
            if (flap == WARM) {
                before = used();
            }
        }
        if (LONG) {
            assertThat(used()).isLessThan(before + before / 5);
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
