package io.spillway.action;

import io.spillway.fleet.Knob;
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
                : "This plan is not whole or holds values that cannot be set: make a new plan.";
    }

    private static boolean whole(Plan plan) {
        Set<Knob> knobs = plan.goal().keySet();
        boolean stages =
                plan.stages().stream()
                        .allMatch(s ->
                                s.keySet().equals(knobs)
                                        && s.entrySet().stream().allMatch(PlanReview::settable));
        return stages
                && !knobs.isEmpty()
                && knobs.stream().allMatch(k -> k.kind().gate() == plan.backend().isEmpty())
                && plan.preparation() >= 0
                && plan.preparation() < plan.stages().size()
                && plan.balancers().values().stream()
                        .allMatch(now -> knobs.stream().allMatch(k -> k.among(now) != null));
    }

    private static boolean settable(Map.Entry<Knob, Integer> entry) {
        return entry.getKey().kind().takes(entry.getValue());
    }

    /// Compares what a balancer holds with what it held when the plan was made.
    static String moved(String balancer, Map<Knob, Integer> planned, Map<Knob, Integer> now) {
        List<String> differences = new ArrayList<>();
        planned.forEach((knob, value) -> {
            Integer present = knob.among(now);
            if (present == null) {
                differences.add("%s is no longer on %s".formatted(knob.name(), balancer));
            } else if (!Objects.equals(present, value)) {
                differences.add(
                        "%s on %s has %s %s, the plan was made with %s"
                                .formatted(
                                        knob.name(),
                                        balancer,
                                        knob.kind().noun(),
                                        knob.say(present),
                                        knob.say(value)));
            }
        });
        for (Knob knob : now.keySet()) {
            if (knob.kind() == Knob.Kind.WEIGHT && !planned.containsKey(knob)) {
                differences.add("%s is new on %s".formatted(knob.name(), balancer));
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
