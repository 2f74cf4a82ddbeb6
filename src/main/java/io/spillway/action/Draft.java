package io.spillway.action;

import io.spillway.action.ActEvents.Begun;
import io.spillway.fleet.Knob;
import io.spillway.relief.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Makes an act of a plan.
final class Draft {
    /// Without letters that are mistaken for figures, and without vowels that make words.
    private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxz";

    private static final int ID_LENGTH = 5;

    private Draft() {}

    /// @param plan one that passed [PlanReview#alone]
    /// @param acts whose ids are taken
    static Act of(
            Plan plan,
            String operator,
            String reason,
            String consent,
            Instant now,
            Duration lease,
            List<Act> acts,
            RandomGenerator random) {
        Map<String, Map<Knob, Integer>> before = new LinkedHashMap<>();
        plan.balancers()
                .forEach((balancer, values) -> {
                    Map<Knob, Integer> changed = new LinkedHashMap<>();
                    for (Knob knob : plan.goal().keySet()) {
                        Integer value = knob.among(values);
                        changed.put(knob, value == null ? 0 : value);
                    }
                    before.put(balancer, changed);
                });
        Begun begun =
                new Begun(
                        plan.kind(),
                        plan.pool(),
                        plan.backend(),
                        reason,
                        lease.toSeconds(),
                        before,
                        plan.stages(),
                        plan.preparation(),
                        plan.allows(),
                        Expected.of(plan),
                        consent);
        return new Act(newId(acts, random), operator, begun, Standing.begun(now, now.plus(lease)));
    }

    private static String newId(List<Act> acts, RandomGenerator random) {
        while (true) {
            StringBuilder id = new StringBuilder();
            for (int i = 0; i < ID_LENGTH; i++) {
                id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String candidate = id.toString();
            if (acts.stream().noneMatch(a -> a.id().equals(candidate))) {
                return candidate;
            }
        }
    }
}
