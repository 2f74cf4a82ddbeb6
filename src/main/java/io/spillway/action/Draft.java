package io.spillway.action;

import io.spillway.action.ActEvents.Begun;
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
            Instant now,
            Duration lease,
            List<Act> acts,
            RandomGenerator random) {
        Map<String, Map<String, Integer>> before = new LinkedHashMap<>();
        plan.balancers()
                .forEach((balancer, weights) -> {
                    Map<String, Integer> changed = new LinkedHashMap<>();
                    for (String server : plan.stages().getFirst().keySet()) {
                        changed.put(server, weights.getOrDefault(server, 0));
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
                        plan.stages());
        return new Act(
                newId(acts, random),
                operator,
                begun,
                Act.Status.BEGUN,
                now,
                now.plus(lease),
                "",
                now);
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
