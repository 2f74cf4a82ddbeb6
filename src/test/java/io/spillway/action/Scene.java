package io.spillway.action;

import io.spillway.control.TrafficControl;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import io.spillway.relief.Check;
import io.spillway.relief.Plan;
import io.spillway.relief.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A pool of six servers behind two balancers, an act to do on it, a journal and a clock.
final class Scene implements AutoCloseable {
    static final Map<String, Integer> ONES = weights(1, 1, 1, 1, 1, 1);
    static final Map<String, Integer> HUNDREDS = weights(100, 100, 100, 100, 100, 100);

    private final Path file;
    private Instant now = Instant.parse("2026-11-22T03:58:12Z");
    final FakeBalancer one;
    final FakeBalancer two;
    Journal journal;
    Actuator actuator;

    Scene(Path folder, Map<String, Integer> weights) throws JournalException {
        file = folder.resolve("journal.db");
        one = new FakeBalancer("lb-1", weights);
        two = new FakeBalancer("lb-2", weights);
        journal = Journal.open(file);
        actuator = actuator(controls());
    }

    private Map<String, TrafficControl> controls() {
        return Map.of("lb-1", one, "lb-2", two);
    }

    Actuator actuator(Map<String, TrafficControl> controls) {
        InstantSource clock = () -> now;
        return new Actuator(controls, journal, clock, "ops-1");
    }

    /// What a process that starts on the same journal has.
    void restart() throws JournalException {
        journal.close();
        journal = Journal.open(file);
        actuator = actuator(controls());
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    static Map<String, Integer> weights(int... weights) {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            map.put("web-0" + (i + 1), weights[i]);
        }
        return map;
    }

    /// From hundreds in one stage.
    static Plan plan() {
        return plan(HUNDREDS, List.of(weights(171, 171, 86, 86, 43, 43)));
    }

    /// From ones through doublings.
    static Plan finePlan() {
        return plan(
                ONES,
                List.of(
                        weights(2, 2, 2, 2, 2, 2),
                        weights(4, 4, 4, 4, 4, 4),
                        weights(8, 8, 8, 8, 8, 8),
                        weights(14, 14, 7, 7, 3, 3)));
    }

    /// What a balancer that does as told reads back.
    static ActResult.BalancerResult read(String balancer, Map<String, Integer> weights) {
        Map<Knob, Integer> values = new LinkedHashMap<>(Knob.weights(weights));
        weights.keySet().forEach(server -> values.put(Knob.state(server), 0));
        return new ActResult.BalancerResult(balancer, true, "", values);
    }

    static Plan plan(Map<String, Integer> before, List<Map<String, Integer>> stages) {
        return plan(before, stages, List.of());
    }

    static Plan plan(
            Map<String, Integer> before, List<Map<String, Integer>> stages, List<Check> checks) {
        Map<String, Map<String, Integer>> balancers = new LinkedHashMap<>();
        balancers.put("lb-1", before);
        balancers.put("lb-2", before);
        return Plans.ofWeights(
                "redistribute",
                "web",
                "be_web",
                0,
                0.9,
                0.7,
                List.of(),
                stages,
                balancers,
                checks,
                "Move 24 % of web.");
    }

    @Override
    public void close() {
        journal.close();
    }
}
