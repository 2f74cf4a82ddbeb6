package io.spillway.app.graph;

import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.cli.RunningPractice;
import io.spillway.app.config.PracticeConfig;
import io.spillway.app.config.PracticeEndpoints;
import io.spillway.practice.PracticeFleet;
import io.spillway.practice.PracticeRunner;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/// A practice fleet that runs at its own speed for other processes.
public final class FreePractice implements RunningPractice {
    private final PracticeFleet fleet;
    private final PracticeRunner runner;
    private final PracticeEndpoints endpoints;

    /// Opens it and lets its time go.
    ///
    /// @param state the state folder for those who use it
    /// @param clock real time
    public FreePractice(PracticeSpec spec, Path state, InstantSource clock) {
        fleet = PracticeSite.open(spec);
        endpoints =
                new PracticeEndpoints(
                        URI.create(fleet.prometheusUrl()),
                        new LinkedHashMap<>(fleet.balancerEndpoints()),
                        fleet.pools(),
                        fleet.classes(),
                        fleet.gatedPool(),
                        new PracticeConfig(
                                spec.scenario(),
                                fleet.speed(),
                                fleet.clock().instant(),
                                clock.instant(),
                                state));
        runner = PracticeRunner.start(fleet);
    }

    @Override
    public PracticeEndpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        runner.close();
        fleet.close();
    }
}
