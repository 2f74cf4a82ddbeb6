package io.spillway.relief;

import io.spillway.fleet.Knob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Plans that only set weights, all in one step.
public final class Plans {
    private Plans() {}

    public static Plan ofWeights(
            String kind,
            String pool,
            String backend,
            long madeAt,
            double before,
            double after,
            List<Move> servers,
            List<Map<String, Integer>> stages,
            Map<String, Map<String, Integer>> balancers,
            List<Check> checks,
            String summary) {
        Map<String, Map<Knob, Integer>> held = new LinkedHashMap<>();
        balancers.forEach((balancer, weights) -> held.put(balancer, Knob.weights(weights)));
        return new Plan(
                kind,
                pool,
                backend,
                madeAt,
                before,
                after,
                servers,
                List.of(),
                stages.stream().map(Knob::weights).toList(),
                Math.max(0, stages.size() - 1),
                Map.of(),
                held,
                checks,
                summary);
    }

    /// The weights among these by server name.
    public static Map<String, Integer> byName(Map<Knob, Integer> values) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        values.forEach((knob, value) -> {
            if (knob.kind() == Knob.Kind.WEIGHT) {
                weights.put(knob.name(), value);
            }
        });
        return weights;
    }
}
