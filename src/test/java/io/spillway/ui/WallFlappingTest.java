package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.config.ScenarioName;
import io.spillway.desk.Picture;
import io.spillway.fleet.SourceHealth;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.wall.Page;
import io.spillway.ui.wall.Wall;
import io.spillway.ui.wall.WallScenes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /// By then practice remembers as much as it ever will.
    private static final int WARM = 250;

    private static final int DOWN = 45;
    private static final int UP = 20;

    @TempDir Path dir;
    private final List<Flapping> sources = new ArrayList<>();
    private WallDesk watching;

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
        watching = new WallDesk(ScenarioName.CALM, dir, this::flapping);
        watching.pass(UP, null);
    }

    private MetricSource flapping(MetricSource source) {
        Flapping made = new Flapping(source);
        sources.add(made);
        return made;
    }

    @AfterEach
    void close() {
        watching.close();
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
                        WallScenes.of(
                                3,
                                watching.desk.picture(),
                                Page.OVERVIEW,
                                Theme.NIGHT,
                                1920,
                                1080));
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
            Picture down = watching.pass(DOWN, wall);
            assertThat(blind(down))
                    .as("flap %d", flap)
                    .isEqualTo(cut.stream().map(Flapping::name).collect(Collectors.toSet()));
            cut.forEach(s -> s.cut = false);
            Picture up = watching.pass(UP, wall);
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
