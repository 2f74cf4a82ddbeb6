package io.spillway.desk;

import io.spillway.fleet.Knob;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Plans from a file that somebody edited.
final class Tampered {
    private Tampered() {}

    static Plan nothing() {
        return new Plan(
                "gate",
                "web",
                "",
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                0,
                Map.of(),
                Map.of(),
                List.of(),
                "Nothing.");
    }

    /// Without its checks, and without what it would do; where gates are set, with the critical
    /// class among them.
    static Plan of(Plan plan, Random random) {
        List<ClassMove> classes = random.nextBoolean() ? List.of() : plan.classes();
        List<Move> servers = random.nextBoolean() ? List.of() : plan.servers();
        Map<Knob, Plan.Range> allows = new HashMap<>(plan.allows());
        List<Map<Knob, Integer>> stages = plan.stages();
        if (plan.backend().isEmpty() && random.nextBoolean()) {
            allows.put(ReliefPlant.shed(0), new Plan.Range(0, 1000));
            int shed = random.nextInt(1001);
            stages = stages.stream().map(s -> with(s, shed)).toList();
        }
        return new Plan(
                plan.kind(),
                plan.pool(),
                plan.backend(),
                plan.madeAt(),
                plan.before(),
                plan.after(),
                servers,
                classes,
                stages,
                plan.preparation(),
                allows,
                plan.balancers(),
                List.of(),
                plan.summary());
    }

    private static Map<Knob, Integer> with(Map<Knob, Integer> stage, int shed) {
        Map<Knob, Integer> more = new LinkedHashMap<>(stage);
        more.put(ReliefPlant.shed(0), shed);
        return more;
    }
}
