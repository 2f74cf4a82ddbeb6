package io.spillway.action;

import io.spillway.fleet.Knob;
import io.spillway.relief.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Plans that take several steps on [Scene].
final class Steps {
    static final Map<String, Integer> ONE = Scene.weights(120, 120, 90, 90, 80, 80);
    static final Map<String, Integer> TWO = Scene.weights(140, 140, 90, 90, 60, 60);
    static final Map<String, Integer> THREE = Scene.weights(160, 160, 90, 90, 40, 40);

    static final Knob BROWSE = new Knob(Knob.Kind.SHED, "2");

    private Steps() {}

    /// From hundreds in three steps.
    static Plan plan() {
        return plan(Scene.HUNDREDS, 0, List.of(ONE, TWO, THREE));
    }

    /// From ones: two doublings as preparation, then three steps.
    static Plan finePlan() {
        return plan(
                Scene.ONES,
                2,
                List.of(
                        Scene.weights(2, 2, 2, 2, 2, 2),
                        Scene.weights(4, 4, 4, 4, 4, 4),
                        Scene.weights(6, 6, 4, 4, 3, 3),
                        Scene.weights(7, 7, 4, 4, 2, 2),
                        Scene.weights(8, 8, 4, 4, 1, 1)));
    }

    private static Plan plan(
            Map<String, Integer> before, int preparation, List<Map<String, Integer>> stages) {
        return plan(
                "redistribute",
                "be_web",
                Knob.weights(before),
                preparation,
                stages.stream().map(Knob::weights).toList(),
                Map.of());
    }

    /// A quarter of a class, and what it may become by itself.
    static Plan gate() {
        return plan(
                "gate",
                "",
                Map.of(BROWSE, 0),
                0,
                List.of(Map.of(BROWSE, 250)),
                Map.of(BROWSE, new Plan.Range(0, 600)));
    }

    static Plan plan(
            String kind,
            String backend,
            Map<Knob, Integer> before,
            int preparation,
            List<Map<Knob, Integer>> stages,
            Map<Knob, Plan.Range> allows) {
        Map<String, Map<Knob, Integer>> held = new LinkedHashMap<>();
        held.put("lb-1", before);
        held.put("lb-2", before);
        return new Plan(
                kind,
                "web",
                backend,
                0,
                0.9,
                0.7,
                List.of(),
                List.of(),
                stages,
                preparation,
                allows,
                held,
                List.of(),
                "Move some of web.");
    }
}
