package io.spillway.ui;

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
import io.spillway.journal.Journal;
import io.spillway.practice.PracticeFleet;
import io.spillway.source.MetricSource;
import io.spillway.ui.wall.Wall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a wall runs where no console does, on a practice fleet, in stepped time: a desk that reads
/// what can be read without the right to change it, and has nothing to act with.
final class WallDesk implements AutoCloseable {
    private static final Duration SECOND = Duration.ofSeconds(1);

    final PracticeFleet fleet;
    final Desk desk;
    private final SourceAdapters adapters;
    private final Journal journal;

    /// @param wrap put around each source
    WallDesk(ScenarioName scenario, Path dir, UnaryOperator<MetricSource> wrap) throws Exception {
        fleet = PracticeSite.open(new PracticeSpec(scenario, 1.0, null, 1L));
        Config config = PracticeSite.config(fleet);
        adapters = new SourceAdapters(true);
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
                        adapters.readOnly(config).stream().map(wrap).toList(),
                        new Actuator(Map.of(), journal, fleet.clock(), "wall"),
                        journal,
                        AlarmMeans.none(),
                        fleet.clock(),
                        dir.resolve("history"));
    }

    /// Lets so many seconds pass.
    ///
    /// @param shown draws each Picture; null for none
    Picture pass(int seconds, @Nullable Wall shown) {
        for (int i = 0; i < seconds; i++) {
            fleet.step(SECOND);
            desk.step();
            if (shown != null) {
                FxToolkit.onFx(() -> shown.show(desk.picture()));
            }
        }
        return desk.picture();
    }

    @Override
    public void close() {
        desk.close();
        journal.close();
        adapters.close();
        fleet.close();
    }
}
