package io.spillway.desk;

import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.RequestClass;
import io.spillway.fleet.Slot;
import io.spillway.fleet.Standby;
import io.spillway.source.MetricSource;
import io.spillway.source.Sample;
import io.spillway.source.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// In memory, as fast as it goes: servers get requests by their weights, and their CPU follows.
final class MemoryPlant implements ReliefPlant {
    private static final String BACKEND = "be_web";
    private static final List<String> BALANCERS = List.of("lb-1", "lb-2");
    private static final List<String> SERVERS = List.of("a", "b", "c", "d", "e", "f", "s1", "s2");
    private static final List<RequestClass> CLASSES =
            List.of(
                    new RequestClass("critical", 0),
                    new RequestClass("cart", 1),
                    new RequestClass("browse", 2),
                    new RequestClass("search", 3));
    private static final List<Double> OFFERED = List.of(60.0, 90.0, 240.0, 210.0);

    private static final double COST = 0.0035;
    private static final double BACKGROUND = 0.05;

    /// One balancer.
    private final class Held implements Hand, TrafficControl {
        private final String name;
        private final Map<Knob, Integer> servers = new LinkedHashMap<>();
        private final Map<Knob, Integer> gates = new LinkedHashMap<>();
        private long startedAt = 1;
        private boolean dead;

        /// Calls until one fails half-way; below 0 for never.
        private int failIn = -1;

        Held(String name) {
            this.name = name;
            forget();
        }

        /// Back to its configuration.
        private void forget() {
            SERVERS.forEach(s -> {
                servers.put(Knob.weight(s), 100);
                servers.put(Knob.state(s), s.startsWith("s") ? 2 : 0);
                servers.put(new Knob(Kind.MAXCONN, s), 0);
            });
            for (int rank = 0; rank < OFFERED.size(); rank++) {
                gates.put(ReliefPlant.shed(rank), 0);
                gates.put(ReliefPlant.limit(rank), 1_000_000);
            }
            gates.put(new Knob(Kind.EPOCH, "e"), 1);
            gates.keySet().removeIf(k -> k.kind() == Kind.SOURCE_CAP);
        }

        @Override
        public void reload() {
            forget();
            startedAt = now.getEpochSecond();
        }

        @Override
        public void failIn(int calls) {
            failIn = calls;
        }

        @Override
        public void silence() {
            dead = !dead;
        }

        @Override
        public int gate(Knob knob) {
            return gates.getOrDefault(knob, 0);
        }

        @Override
        public void set(Knob knob, int value) {
            Map<Knob, Integer> table = knob.kind().gate() ? gates : servers;
            if (value == Knob.ABSENT) {
                table.remove(knob);
            } else {
                table.put(knob, value);
            }
        }

        private boolean serves(String server) {
            return !down.contains(server)
                    && servers.getOrDefault(Knob.state(server), 0) == 0
                    && servers.getOrDefault(Knob.weight(server), 0) > 0;
        }

        @Override
        public long inService() {
            return SERVERS.stream().filter(this::serves).count();
        }

        private boolean fails() {
            return failIn >= 0 && failIn-- == 0;
        }

        @Override
        public String balancer() {
            return name;
        }

        @Override
        public Map<Knob, Integer> read(String backend) throws ControlException {
            if (fails() || dead) {
                throw silent();
            }
            return Map.copyOf(backend.isEmpty() ? gates : servers);
        }

        @Override
        public Map<Knob, String> write(String backend, Map<Knob, Integer> values)
                throws ControlException {
            boolean fails = fails();
            int left = dead ? 0 : fails ? values.size() / 2 : values.size();
            for (Map.Entry<Knob, Integer> entry : values.entrySet()) {
                if (left-- > 0) {
                    set(entry.getKey(), entry.getValue());
                }
            }
            if (fails || dead) {
                throw silent();
            }
            return Map.of();
        }

        private ControlException silent() {
            return new ControlException(name + " did not answer within 2 s.");
        }

        @Override
        public void close() {}

        private BalancerState state(Instant now) {
            List<Slot> slots = new ArrayList<>();
            SERVERS.forEach(s -> {
                AdminState admin = AdminState.values()[servers.getOrDefault(Knob.state(s), 0)];
                int weight = servers.getOrDefault(Knob.weight(s), 0);
                int most = servers.getOrDefault(new Knob(Kind.MAXCONN, s), 0);
                OperState oper = down.contains(s) ? OperState.DOWN : OperState.UP;
                slots.add(new Slot(BACKEND, s, "", weight, 100, admin, oper, most, 100, ""));
            });
            return new BalancerState(
                    name, "2.6", startedAt, startedAt, now.toEpochMilli(), slots, gates);
        }
    }

    private final Set<String> down = new HashSet<>();
    private final Map<String, Held> held = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-22T03:58:12Z");

    /// Times the usual load.
    private double surge = 1;

    MemoryPlant() {
        BALANCERS.forEach(b -> held.put(b, new Held(b)));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Pool pool(int least) {
        return new Pool(
                "web",
                BACKEND,
                0.9,
                least,
                BALANCERS,
                new Match(Match.By.LABEL, "server", ""),
                0,
                0,
                new Standby(List.of("s1", "s2"), Duration.ZERO, Duration.ZERO));
    }

    @Override
    public List<String> servers() {
        return SERVERS;
    }

    @Override
    public List<RequestClass> classes() {
        return CLASSES;
    }

    @Override
    public List<Hand> hands() {
        return List.copyOf(held.values());
    }

    @Override
    public Map<String, TrafficControl> controls() {
        return new LinkedHashMap<>(held);
    }

    @Override
    public void lose(String server) {
        down.add(server);
    }

    @Override
    public void heal() {
        down.clear();
    }

    @Override
    public void turn(double to) {
        surge = 0.5 + 1.5 * to;
    }

    @Override
    public void close() {}

    @Override
    public List<MetricSource> sources() {
        List<MetricSource> sources = new ArrayList<>();
        sources.add(
                new ScriptedSource(
                        "metrics",
                        "prometheus",
                        now -> new SourceReport(samples(Metric.CPU, now), null, "")));
        held.values()
                .forEach(hand ->
                        sources.add(
                                new ScriptedSource(hand.name, "haproxy", now -> poll(hand, now))));
        return sources;
    }

    private SourceReport poll(Held hand, Instant now) {
        if (hand.dead) {
            throw new IllegalStateException(hand.name + " does not answer");
        }
        List<KeyRate> keys = new ArrayList<>();
        for (int rank = 0; rank < OFFERED.size(); rank++) {
            float offered = (float) (surge * OFFERED.get(rank) / BALANCERS.size());
            float passes = (float) (admitted(hand, rank) / BALANCERS.size());
            keys.add(
                    new KeyRate(
                            KeyRate.Dimension.REQUEST_CLASS,
                            Integer.toString(rank),
                            offered,
                            Float.NaN,
                            Float.NaN,
                            offered - passes));
        }
        return new SourceReport(
                samples(hand, now), hand.state(now), keys, List.of(), List.of(), "");
    }

    private double admitted(Held hand, int rank) {
        double share = 1 - hand.gates.getOrDefault(ReliefPlant.shed(rank), 0) / 1000.0;
        double most =
                hand.gates.getOrDefault(ReliefPlant.limit(rank), 1_000_000) * BALANCERS.size();
        return Math.min(most, surge * OFFERED.get(rank) * share);
    }

    private double requests(Held hand, String server) {
        double sum = 0;
        for (String s : SERVERS) {
            sum += hand.serves(s) ? hand.servers.getOrDefault(Knob.weight(s), 0) : 0;
        }
        double all = 0;
        for (int rank = 0; rank < OFFERED.size(); rank++) {
            all += admitted(hand, rank) / BALANCERS.size();
        }
        double weight = hand.servers.getOrDefault(Knob.weight(server), 0);
        return hand.serves(server) && sum > 0 ? all * weight / sum : 0;
    }

    private List<Sample> samples(Held hand, Instant now) {
        List<Sample> samples = new ArrayList<>();
        for (String server : SERVERS) {
            samples.add(sample(Metric.REQUESTS, server, requests(hand, server), now));
        }
        return samples;
    }

    private List<Sample> samples(Metric metric, Instant now) {
        List<Sample> samples = new ArrayList<>();
        for (String server : SERVERS) {
            double rate = held.values().stream().mapToDouble(h -> requests(h, server)).sum();
            double cpu = Math.min(1, BACKGROUND + COST * rate);
            samples.add(sample(metric, server, cpu, now));
        }
        return samples;
    }

    private static Sample sample(Metric metric, String server, double value, Instant now) {
        return new Sample(
                metric,
                Map.of("proxy", BACKEND, "server", server),
                (float) value,
                now.toEpochMilli(),
                1_000,
                Quality.LIVE);
    }
}
