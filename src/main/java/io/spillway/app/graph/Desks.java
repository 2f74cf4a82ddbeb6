package io.spillway.app.graph;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.cli.Refused;
import io.spillway.app.cli.Setup;
import io.spillway.app.cli.SteppedPractice;
import io.spillway.app.config.Config;
import io.spillway.app.config.PracticeConfig;
import io.spillway.desk.DeskSettings;
import io.spillway.desk.Picture;
import io.spillway.desk.ReliefSettings;
import io.spillway.desk.StateFolder;
import io.spillway.practice.PracticeFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Opens desks: on a real fleet, on practice in this process, on practice in another, or on
/// nothing.
public final class Desks {
    private static final Duration UNCONFIGURED_INTERVAL = Duration.ofSeconds(1);

    private final InstantSource clock;

    /// @param clock real time
    public Desks(InstantSource clock) {
        this.clock = clock;
    }

    /// The desk of the setup's state folder where one runs, else one of this process, started.
    ///
    /// @param console whether a desk made here gives acts back at their end
    public DeskSession open(Setup setup, boolean console) {
        PracticeSpec practice = setup.practice();
        if (practice != null) {
            return practising(setup.state(), practice, console);
        }
        return DeskFinder.find(
                setup.state(),
                console,
                setup.config(),
                folder -> configured(folder, setup.config(), console));
    }

    private OwnDesk configured(StateFolder folder, @Nullable Config config, boolean console) {
        World.claim(folder, config != null && config.practice() != null);
        OwnDesk desk = new OwnDesk(folder, settings(config, console), config, clock(config));
        desk.start(() -> {});
        if (config != null && config.metricsPort() > 0) {
            desk.tellMetrics(config.metricsPort());
        }
        return desk;
    }

    private static DeskSettings settings(@Nullable Config config, boolean console) {
        if (config == null) {
            return new DeskSettings(
                    "",
                    UNCONFIGURED_INTERVAL,
                    List.of(),
                    List.of(),
                    DefaultRules.rules(),
                    ReliefSettings.NONE,
                    null,
                    Station.name(),
                    console);
        }
        PracticeConfig practice = config.practice();
        Picture.Practice mark =
                practice == null
                        ? null
                        : new Picture.Practice(practice.scenario().word(), practice.speed());
        return new DeskSettings(
                config.site(),
                config.poll(),
                config.pools(),
                config.campaigns(),
                config.alarms().now(),
                ReliefOf.config(config, Map.of()),
                mark,
                Station.name(),
                console);
    }

    /// The time that goes with a configuration: practice elsewhere has its own.
    InstantSource clock(@Nullable Config config) {
        PracticeConfig practice = config == null ? null : config.practice();
        return practice == null ? clock : () -> practice.at(clock.instant());
    }

    private static DeskSession practising(Path state, PracticeSpec spec, boolean console) {
        SteppedDesk desk = stepped(state, spec, console);
        Duration step = PracticeSite.step(desk.fleet());
        desk.session().start(() -> desk.fleet().step(step));
        return new PractisingDesk(desk);
    }

    /// A practice whose time is stepped by the caller.
    public SteppedPractice stepped(Setup setup) {
        PracticeSpec practice = setup.practice();
        if (practice == null) {
            throw new IllegalArgumentException("the setup has no practice of this process");
        }
        return stepped(setup.state(), practice, false);
    }

    private static SteppedDesk stepped(Path state, PracticeSpec spec, boolean console) {
        PracticeFleet fleet = PracticeSite.open(spec);
        try {
            StateFolder folder = StateFolder.take(state, console).orElseThrow();
            Config config = PracticeSite.config(fleet);
            DeskSettings settings =
                    new DeskSettings(
                            config.site(),
                            config.poll(),
                            config.pools(),
                            config.campaigns(),
                            config.alarms().now(),
                            ReliefOf.config(config, Map.of()),
                            PracticeSite.mark(fleet),
                            Station.name(),
                            console);
            return new SteppedDesk(fleet, new OwnDesk(folder, settings, config, fleet.clock()));
        } catch (IOException | RuntimeException e) {
            fleet.close();
            throw new Refused("practice cannot keep its state in " + state, e);
        }
    }
}
