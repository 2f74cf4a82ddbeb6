package io.spillway.desk;

import io.spillway.control.TrafficControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Slot;
import io.spillway.relief.Plans;
import io.spillway.source.MetricSource;
import io.spillway.source.Sample;
import io.spillway.source.SourceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Two servers behind one balancer, in memory, that say what they are told to say: what the desk
/// decides depends on time and load, which a real fleet cannot be told.
final class ScriptedFleet {
    static final Pool WEB =
            new Pool(
                    "web",
                    "be_web",
                    0.9,
                    1,
                    List.of("lb-1"),
                    new Match(Match.By.LABEL, "server", ""));

    final Map<String, Integer> weights = new ConcurrentHashMap<>(Map.of("a", 100, "b", 100));
    final Map<String, Double> cpu = new ConcurrentHashMap<>(Map.of("a", 0.3, "b", 0.3));

    /// Milliseconds between samples of a server's CPU, where they are not the usual second.
    final Map<String, Integer> intervals = new ConcurrentHashMap<>();

    /// Runs at each question to the metrics engine, and may throw.
    volatile Runnable trouble = () -> {};

    MetricSource balancer() {
        return new ScriptedSource(
                "lb-1",
                "haproxy",
                now ->
                        new SourceReport(
                                samples(Metric.REQUESTS, now),
                                new BalancerState("lb-1", "2.6", 1, 1, now.toEpochMilli(), slots()),
                                ""));
    }

    MetricSource engine() {
        return new ScriptedSource(
                "metrics",
                "prometheus",
                now -> {
                    trouble.run();
                    return new SourceReport(samples(Metric.CPU, now), null, "");
                });
    }

    private List<Sample> samples(Metric metric, Instant now) {
        List<Sample> samples = new ArrayList<>();
        cpu.forEach((server, share) -> {
            int interval = metric == Metric.CPU ? intervals.getOrDefault(server, 1_000) : 1_000;
            samples.add(
                    new Sample(
                            metric,
                            Map.of("proxy", "be_web", "server", server),
                            (float) (metric == Metric.CPU ? share : requests(server)),
                            now.toEpochMilli() / interval * interval,
                            interval,
                            Quality.LIVE));
        });
        return samples;
    }

    /// A hundred a second, shared by weight.
    private double requests(String server) {
        double all = weights.values().stream().mapToInt(Integer::intValue).sum();
        return 100 * weights.getOrDefault(server, 0) / all;
    }

    private List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        weights.forEach((server, weight) ->
                slots.add(
                        new Slot(
                                "be_web",
                                server,
                                "",
                                weight,
                                100,
                                AdminState.READY,
                                OperState.UP)));
        return slots;
    }

    TrafficControl control() {
        return new TrafficControl() {
            @Override
            public String balancer() {
                return "lb-1";
            }

            @Override
            public Map<Knob, Integer> read(String backend) {
                return Knob.weights(weights);
            }

            @Override
            public Map<Knob, String> write(String backend, Map<Knob, Integer> wanted) {
                weights.putAll(Plans.byName(wanted));
                return Map.of();
            }

            @Override
            public void close() {}
        };
    }
}
