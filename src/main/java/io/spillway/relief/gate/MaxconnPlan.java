package io.spillway.relief.gate;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.Pool;
import io.spillway.relief.Check;
import io.spillway.relief.Plan;
import io.spillway.relief.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Plans that give every server as many requests at once as it can work on, and no more. Then the
/// rest waits at the balancer, which lets critical requests pass first; in a server's own queue all
/// are equal. How many that is follows from Little's law: requests per second at full CPU, times
/// the seconds that one takes while nothing waits.
public final class MaxconnPlan {
    /// The word for [Plan#kind].
    public static final String KIND = "maxconn";

    private MaxconnPlan() {}

    /// One server.
    ///
    /// @param name at the balancers
    /// @param capacity requests per second at full CPU, NaN if unknown
    /// @param seconds that a request takes while the server has little to do, NaN if unknown
    /// @param inFlight requests that it has now, of all balancers, NaN if unknown
    public record Ability(String name, double capacity, double seconds, double inFlight) {
        /// What it works on at once at full CPU, 0 if unknown.
        private int atOnce() {
            double count = capacity * seconds;
            return Double.isNaN(count) || count <= 0 ? 0 : (int) Math.ceil(count - 1e-9);
        }
    }

    /// Gives every server whose ability is known its limit; the others keep theirs.
    ///
    /// @param values balancer to knob to value, as read
    public static Plan of(
            Pool pool, long madeAt, List<Ability> servers, Map<String, Map<Knob, Integer>> values) {
        int balancers = pool.balancers().size();
        Map<Knob, Integer> goal = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (Ability server : servers) {
            int atOnce = server.atOnce();
            if (atOnce == 0) {
                unknown.add(server.name());
                continue;
            }
            int each = (atOnce + balancers - 1) / balancers;
            goal.put(new Knob(Kind.MAXCONN, server.name()), each);
            if (server.inFlight() > (double) each * balancers) {
                waiting.add(server.name());
            }
        }
        Map<String, Map<Knob, Integer>> present = present(pool, goal, values);
        boolean change =
                present.values().stream()
                        .anyMatch(now ->
                                goal.entrySet().stream()
                                        .anyMatch(e -> !e.getValue().equals(now.get(e.getKey()))));
        return new Plan(
                KIND,
                pool.name(),
                pool.backend(),
                madeAt,
                Double.NaN,
                Double.NaN,
                List.of(),
                List.of(),
                change ? List.of(goal) : List.of(),
                0,
                Map.of(),
                present,
                checks(pool, goal, present, unknown, waiting),
                change
                        ? "Let %s of %s work on what each can, and the rest wait at %s."
                                .formatted(
                                        Words.count(goal.size(), "server"),
                                        pool.name(),
                                        Words.count(balancers, "balancer"))
                        : "Nothing to set: every server whose capacity is known has its maxconn.");
    }

    private static Map<String, Map<Knob, Integer>> present(
            Pool pool, Map<Knob, Integer> goal, Map<String, Map<Knob, Integer>> values) {
        Map<String, Map<Knob, Integer>> present = new LinkedHashMap<>();
        for (String balancer : pool.balancers()) {
            Map<Knob, Integer> some = new LinkedHashMap<>(values.getOrDefault(balancer, Map.of()));
            some.keySet().retainAll(goal.keySet());
            present.put(balancer, some);
        }
        return present;
    }

    private static List<Check> checks(
            Pool pool,
            Map<Knob, Integer> goal,
            Map<String, Map<Knob, Integer>> present,
            List<String> unknown,
            List<String> waiting) {
        List<Check> checks = new ArrayList<>();
        present.forEach((balancer, now) -> {
            if (now.size() < goal.size()) {
                checks.add(
                        new Check(
                                false,
                                true,
                                "The maxconn of some servers on %s is not known: check that balancer"
                                        .formatted(balancer)));
            }
        });
        if (!goal.isEmpty()) {
            var sorted = new TreeMap<Integer, Knob>();
            goal.forEach((knob, value) -> sorted.put(value, knob));
            checks.add(
                    new Check(
                            true,
                            false,
                            "maxconn from %d (%s) to %d (%s) on each of %s"
                                    .formatted(
                                            sorted.firstKey(),
                                            sorted.firstEntry().getValue().name(),
                                            sorted.lastKey(),
                                            sorted.lastEntry().getValue().name(),
                                            Words.count(pool.balancers().size(), "balancer"))));
        }
        if (!waiting.isEmpty()) {
            checks.add(
                    new Check(
                            false,
                            false,
                            "More in flight than that now on %s: new requests wait until it falls"
                                    .formatted(Words.count(waiting.size(), "server"))));
        }
        if (!unknown.isEmpty()) {
            checks.add(
                    new Check(
                            true,
                            false,
                            "Capacity or response time is not known of %s: maxconn stays"
                                    .formatted(Words.count(unknown.size(), "server"))));
        }
        return List.copyOf(checks);
    }
}
