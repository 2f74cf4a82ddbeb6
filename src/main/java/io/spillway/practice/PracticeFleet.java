package io.spillway.practice;

import io.spillway.fleet.GateMaps;
import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A fleet to practise on. It listens on loopback only and says on every connection that it is
/// practice. Time stands still until somebody calls [#step]; [PracticeRunner] does so every second.
/// Safe for any thread.
public final class PracticeFleet implements AutoCloseable {
    private final PracticeOptions options;
    private final PracticeClock clock;
    private final Model model;
    private final List<RuntimeServer> balancers = new ArrayList<>();
    private final MetricsServer metrics;
    private volatile boolean prometheusDown;

    private PracticeFleet(PracticeOptions options) throws IOException {
        this.options = options;
        clock = new PracticeClock(options.start());
        model = new Model(options);
        for (Balancer balancer : model.balancers) {
            balancers.add(new RuntimeServer(model, balancer));
        }
        metrics = new MetricsServer(model, options.interval(), this::silent);
    }

    /// Builds the fleet and opens its ports. Nothing happens before the first step.
    ///
    /// @throws IOException if a port on loopback cannot be opened
    public static PracticeFleet start(PracticeOptions options) throws IOException {
        return new PracticeFleet(options);
    }

    /// The time by which everything about this fleet goes: that of its last step.
    public InstantSource clock() {
        return clock;
    }

    public Scenario scenario() {
        return options.scenario();
    }

    /// Seconds of practice time in one real second.
    public double speed() {
        return options.speed();
    }

    /// The pools, as a desk is configured with them.
    public List<Pool> pools() {
        return model.park.pools();
    }

    /// The classes of requests that come, most critical first.
    public List<RequestClass> classes() {
        return Clientele.CLASSES;
    }

    /// The pool whose traffic passes the gates.
    public String gatedPool() {
        return model.park.groups.get(Park.GATED).name();
    }

    /// Where the gates of every balancer are set.
    public GateMaps gates() {
        return Maps.PATHS;
    }

    /// Balancers by name: `tcp://127.0.0.1:PORT` of each Runtime API.
    public Map<String, String> balancerEndpoints() {
        Map<String, String> endpoints = new LinkedHashMap<>();
        for (int b = 0; b < balancers.size(); b++) {
            endpoints.put(Park.BALANCERS.get(b), balancers.get(b).endpoint());
        }
        return endpoints;
    }

    /// `http://127.0.0.1:PORT` of the metrics engine.
    public String prometheusUrl() {
        return metrics.url();
    }

    /// Lets practice time pass. Longer times are taken in steps of a second times the speed, each
    /// of which is also a scrape of the metrics engine.
    ///
    /// @param time above zero, at least a millisecond
    public synchronized void step(Duration time) {
        long end = clock.instant().plus(time).toEpochMilli();
        for (long now = clock.millis(); now < end; now = clock.millis()) {
            long next = Math.min(end, now + options.interval());
            model.step(next);
            clock.set(next);
        }
    }

    /// Trouble on demand: while true, the metrics engine closes every connection without an answer.
    public void prometheusDown(boolean down) {
        prometheusDown = down;
    }

    /// Closes every port and connection.
    @Override
    public void close() {
        metrics.close();
        balancers.forEach(RuntimeServer::close);
    }

    /// The model itself, for tests of this package.
    Model model() {
        return model;
    }

    private boolean silent() {
        return prometheusDown || model.demand.blind(clock.millis());
    }
}
