package io.spillway.desk;

import io.spillway.control.TrafficControl;
import io.spillway.control.haproxy.HaproxyControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import io.spillway.practice.BehindTheWire;
import io.spillway.practice.PracticeFleet;
import io.spillway.practice.PracticeOptions;
import io.spillway.practice.Scenario;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.source.haproxy.HaproxySource;
import io.spillway.source.prometheus.PrometheusSettings;
import io.spillway.source.prometheus.PrometheusSource;
import io.spillway.testing.TripProxy;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// The practice fleet, on the desk's side of which all is as before a real one: the Runtime API and
/// the metrics engine's HTTP, each on loopback.
final class PracticePlant implements ReliefPlant {
    private static final int SERVERS = 11;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final List<Scenario> SCENARIOS =
            List.of(Scenario.CALM, Scenario.SURGE, Scenario.REFERENCE_OUTAGE);

    private final PracticeFleet fleet;
    private final BehindTheWire behind;
    private final HttpClients http = new HttpClients();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Set<String> lost = new HashSet<>();

    PracticePlant(long seed) throws IOException {
        Scenario scenario = SCENARIOS.get(Math.floorMod(seed, SCENARIOS.size()));
        fleet =
                PracticeFleet.start(
                        PracticeOptions.of(scenario)
                                .withSpeed(1)
                                .withServers(SERVERS)
                                .withSeed(seed));
        behind = new BehindTheWire(fleet, "web");
        for (Map.Entry<String, String> entry : fleet.balancerEndpoints().entrySet()) {
            lines.put(entry.getKey(), new Line(entry.getKey(), URI.create(entry.getValue())));
        }
    }

    /// A balancer, and the line to it, which may break.
    private final class Line implements Hand {
        private final String name;
        private final TripProxy proxy;
        private final AtomicInteger failIn = new AtomicInteger(-1);
        private volatile boolean silent;

        Line(String name, URI runtime) throws IOException {
            this.name = name;
            proxy = new TripProxy(runtime.getPort(), this::breaks);
        }

        private boolean breaks(String command) {
            boolean fails = command.contains("set ") && failIn.getAndDecrement() == 0;
            if (fails || silent) {
                proxy.cut();
            }
            return fails || silent;
        }

        private RuntimeClient client() {
            return new RuntimeClient(Endpoint.parse(proxy.endpoint(), null), DEADLINE, true);
        }

        @Override
        public String balancer() {
            return name;
        }

        @Override
        public int gate(Knob knob) {
            return behind.gate(name, knob);
        }

        @Override
        public long inService() {
            return behind.inService(name);
        }

        @Override
        public void set(Knob knob, int value) {
            behind.set(name, knob, value);
        }

        @Override
        public void reload() {
            behind.forget(name);
        }

        @Override
        public void failIn(int calls) {
            failIn.set(calls);
        }

        @Override
        public void silence() {
            silent = !silent;
            proxy.cut();
        }
    }

    @Override
    public Instant now() {
        return fleet.clock().instant();
    }

    @Override
    public void pass(Duration time) {
        fleet.step(time);
    }

    @Override
    public Pool pool(int least) {
        Pool web = fleet.pools().getFirst();
        return new Pool(
                web.name(),
                web.backend(),
                web.cpuLimit(),
                least,
                web.balancers(),
                web.match(),
                0,
                0,
                web.standby());
    }

    @Override
    public List<String> servers() {
        return behind.servers();
    }

    @Override
    public List<RequestClass> classes() {
        return fleet.classes();
    }

    @Override
    public List<Hand> hands() {
        return List.copyOf(lines.values());
    }

    @Override
    public Map<String, TrafficControl> controls() {
        Map<String, TrafficControl> controls = new LinkedHashMap<>();
        lines.forEach((name, line) ->
                controls.put(name, new HaproxyControl(name, line.client(), fleet.gates())));
        return controls;
    }

    @Override
    public List<MetricSource> sources() {
        List<MetricSource> sources = new ArrayList<>();
        sources.add(metrics());
        lines.forEach(
                (name, line) -> sources.add(new HaproxySource(name, line.client(), fleet.gates())));
        return sources;
    }

    private MetricSource metrics() {
        HttpAccess access = new HttpAccess(Login.none(), null, DEADLINE);
        URI url = URI.create(fleet.prometheusUrl());
        try {
            return new Forgetful(
                    new PrometheusSource(
                            new PrometheusSettings("metrics", url, access, true, Map.of()), http));
        } catch (SourceException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Without its past: to learn nine days anew after each restart takes seconds.
    private record Forgetful(MetricSource real) implements MetricSource {
        @Override
        public String name() {
            return real.name();
        }

        @Override
        public String kind() {
            return real.kind();
        }

        @Override
        public SourceReport poll(Instant now) throws SourceException {
            return real.poll(now);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    /// The practice fleet's servers do not fail: somebody takes it out everywhere.
    @Override
    public void lose(String server) {
        lost.add(server);
        lines.values().forEach(l -> l.set(Knob.state(server), AdminState.MAINT.ordinal()));
    }

    @Override
    public void heal() {
        for (Line line : lines.values()) {
            lost.forEach(s -> line.set(Knob.state(s), AdminState.READY.ordinal()));
        }
        lost.clear();
    }

    /// Its load is the scenario's: one time in four, the metrics engine falls silent.
    @Override
    public void turn(double to) {
        fleet.prometheusDown(to < 0.25);
    }

    @Override
    public void close() {
        for (Line line : lines.values()) {
            try {
                line.proxy.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        http.close();
        fleet.close();
    }
}
