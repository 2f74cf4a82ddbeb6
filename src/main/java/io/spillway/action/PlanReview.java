package io.spillway.action;

import io.spillway.relief.Check;
import io.spillway.relief.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What speaks against a plan before anything is sent. A plan may come from a file that somebody
/// edited, so nothing about it is taken for granted. Every answer is empty if all is well.
final class PlanReview {
    private static final int MAX_WEIGHT = 256;
    private static final int NAMED = 3;

    private PlanReview() {}

    /// Looks at the plan alone.
    static String alone(Plan plan, Set<String> controls) {
        if (plan.stages().isEmpty()) {
            return "There is nothing to apply: " + plan.summary();
        }
        for (Check check : plan.checks()) {
            if (!check.passed() && check.blocking()) {
                return "This plan may not be applied: %s.".formatted(Words.open(check.text()));
            }
        }
        if (plan.balancers().isEmpty()) {
            return "This plan names no balancer: make a new plan.";
        }
        for (String balancer : plan.balancers().keySet()) {
            if (!controls.contains(balancer)) {
                return ("The plan is for %s, which this Spillway cannot change:"
                                + " look at its configuration or make a new plan.")
                        .formatted(balancer);
            }
        }
        return whole(plan)
                ? ""
                : "This plan is not whole or holds weights outside 0 to 256: make a new plan.";
    }

    private static boolean whole(Plan plan) {
        Set<String> servers = plan.stages().getFirst().keySet();
        boolean stages =
                plan.stages().stream()
                        .allMatch(s ->
                                s.keySet().equals(servers)
                                        && s.values().stream()
                                                .allMatch(w -> w >= 0 && w <= MAX_WEIGHT));
        return stages
                && !servers.isEmpty()
                && plan.balancers().values().stream()
                        .allMatch(w -> w.keySet().containsAll(servers));
    }

    /// Compares what a balancer holds with what it held when the plan was made.
    static String moved(String balancer, Map<String, Integer> planned, Map<String, Integer> now) {
        List<String> differences = new ArrayList<>();
        planned.forEach((server, weight) -> {
            Integer present = now.get(server);
            if (present == null) {
                differences.add("%s is no longer on %s".formatted(server, balancer));
            } else if (!Objects.equals(present, weight)) {
                differences.add(
                        "%s on %s has weight %d, the plan was made with %d"
                                .formatted(server, balancer, present, weight));
            }
        });
        for (String server : now.keySet()) {
            if (!planned.containsKey(server)) {
                differences.add("%s is new on %s".formatted(server, balancer));
            }
        }
        differences.sort(null);
        return differences.isEmpty() ? "" : Words.some(differences, NAMED) + ": make a new plan.";
    }

    /// Looks at what is in force where the plan would act.
    static String beneath(Act planned, List<Act> acts) {
        for (Act act : acts) {
            if (act.unfinished() && act.meets(planned)) {
                return ("Act %s on %s was interrupted and its weights are not known to be whole:"
                                + " undo it first.")
                        .formatted(act.id(), act.begun().pool());
            }
        }
        return "";
    }
}
