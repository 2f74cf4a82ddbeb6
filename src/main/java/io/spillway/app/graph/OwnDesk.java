package io.spillway.app.graph;

import io.spillway.action.Actuator;
import io.spillway.alarm.rule.Rules;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Refused;
import io.spillway.app.config.AlarmRulesFile;
import io.spillway.app.config.Config;
import io.spillway.app.metrics.OwnMetrics;
import io.spillway.control.ScaleControl;
import io.spillway.control.TrafficControl;
import io.spillway.desk.AlarmMeans;
import io.spillway.desk.Desk;
import io.spillway.desk.DeskPort;
import io.spillway.desk.DeskServer;
import io.spillway.desk.DeskSettings;
import io.spillway.desk.StateFolder;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A desk of this process with all that belongs to it. Closing closes in reverse.
final class OwnDesk implements DeskSession {
    private static final Logger LOG = LoggerFactory.getLogger(OwnDesk.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Desk desk;
    private final StateFolder folder;
    private final boolean givesBack;

    /// Builds everything; nothing ticks yet.
    ///
    /// @param folder already taken; belongs to the desk from now on
    /// @param config null if nothing is configured
    OwnDesk(
            StateFolder folder,
            DeskSettings settings,
            @Nullable Config config,
            InstantSource clock) {
        this.folder = folder;
        this.givesBack = settings.keepsLeases();
        open.push(folder);
        try {
            Journal journal = opened(Journal.open(folder.journal()));
            Adapters adapters = opened(new Adapters(settings.practice() != null));
            Map<String, TrafficControl> controls =
                    config == null ? Map.of() : adapters.controls(config);
            controls.values().forEach(open::push);
            Actuator actuator = new Actuator(controls, journal, clock, settings.console());
            desk =
                    opened(
                            new Desk(
                                    scaling(settings, config, adapters),
                                    config == null ? List.of() : adapters.sources(config),
                                    actuator,
                                    journal,
                                    means(config, adapters),
                                    clock,
                                    folder.history()));
        } catch (JournalException e) {
            close();
            throw new Refused(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// The settings with what starts servers, which lives as long as the desk.
    private DeskSettings scaling(
            DeskSettings settings, @Nullable Config config, Adapters adapters) {
        if (config == null || config.relief().scales().isEmpty() || settings.practice() != null) {
            return settings;
        }
        Map<String, ScaleControl> scales = adapters.scales(config);
        scales.values().forEach(open::push);
        return settings.with(ReliefOf.config(config, scales));
    }

    private static AlarmMeans means(@Nullable Config config, Adapters adapters) {
        if (config == null || config.practice() != null) {
            return AlarmMeans.none();
        }
        Path file = AlarmRulesFile.beside(config.file());
        Rules main = config.alarms().main();
        return new AlarmMeans(
                adapters.alertControls(config),
                edited -> {
                    AlarmRulesFile.write(file, main, edited);
                    return file.toString();
                });
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /// Lets other windows and commands in, and starts ticking.
    ///
    /// @param beforeTick steps a practice fleet of this process
    void start(Runnable beforeTick) {
        try {
            opened(new DeskServer(desk, StateFolder.socket(folder.path())));
        } catch (IOException e) {
            throw new Refused(
                    "the state folder %s takes no socket, so no other command could reach this desk: %s"
                            .formatted(folder.path(), e.getMessage()),
                    e);
        }
        desk.start(beforeTick);
    }

    /// Tells its own metrics on a port of loopback. That the port is taken is no reason not to
    /// watch the fleet.
    void tellMetrics(int port) {
        try {
            opened(new OwnMetrics(desk, port));
        } catch (IOException e) {
            LOG.warn(
                    "Own metrics are not told: port {} cannot be had ({}); give another"
                            + " metricsPort",
                    port,
                    e.getMessage());
        }
    }

    Desk own() {
        return desk;
    }

    @Override
    public DeskPort desk() {
        return desk;
    }

    @Override
    public boolean givesBack() {
        return givesBack;
    }

    @Override
    public boolean leavesActs() {
        return true;
    }

    @Override
    public void close() {
        Closing.all(open);
    }
}
