package io.spillway.desk;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.Pool;
import io.spillway.relief.Check;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Ghosts;
import io.spillway.relief.Plan;
import io.spillway.relief.gate.ClassLoad;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.GatePlan;
import io.spillway.relief.gate.GateSetting;
import io.spillway.relief.guard.Guards;
import io.spillway.relief.serving.Member;
import io.spillway.relief.serving.Serving;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks at a plan once more before it is applied, with the figures of now: it may come from a file
/// that somebody edited, or from a program. A plan that takes a server above its limit is refused.
final class Overload {
    /// Less than this is not more.
    private static final double HAIR = 0.005;

    /// Steps are rounded to whole weights: so much may one of them lie beyond both its ends.
    private static final double ROUNDING = 0.05;

    private final Advice advice;
    private final Planning planning;
    private final Effects effects;

    Overload(Advice advice, Planning planning) {
        this.advice = advice;
        this.planning = planning;
        this.effects = new Effects(advice, planning);
    }

    /// What stands against a plan.
    ///
    /// @param trouble why nobody may apply it, a sentence or empty
    /// @param broken guards that one person alone may not pass, a sentence each
    record Scrutiny(String trouble, List<String> broken) {}

    /// Looks at what a plan would do, not at what it says of itself.
    Scrutiny look(Plan plan, Pool pool, Guards guards, FleetState fleet, List<KeyRate> keys) {
        String trouble = trouble(plan, pool, fleet, keys);
        return trouble.isEmpty()
                ? new Scrutiny("", guards.broken(effects.of(plan, pool, fleet), pool))
                : new Scrutiny(trouble, List.of());
    }

    /// A sentence on who would be overloaded, empty if nobody would, or if that cannot be told:
    /// what is not known was for the plan's own checks to judge.
    private String trouble(Plan plan, Pool pool, FleetState fleet, List<KeyRate> keys) {
        Map<Knob, Integer> goal = plan.goal();
        if (plan.backend().isEmpty()) {
            String beyond = beyond(plan);
            return beyond.isEmpty() ? gates(goal, pool, fleet, keys) : beyond;
        }
        boolean weights = goal.keySet().stream().anyMatch(k -> k.kind() == Kind.WEIGHT);
        if (Effects.setsStates(goal)) {
            return weights
                    ? "it sets states and weights at once: make two plans"
                    : states(goal, pool, planning.serving(fleet, pool));
        }
        return weights(plan, pool, fleet);
    }

    /// The plan as it is by the figures of now, for what it does to request classes: guards go by
    /// that, and a file may say anything. It may not follow the load by itself further than one
    /// person may go.
    Plan honest(Plan plan, Guards guards, FleetState fleet, List<KeyRate> keys) {
        if (!plan.backend().isEmpty()) {
            return plan;
        }
        GateInput input = planning.gates(fleet, keys);
        Plan again = GatePlan.of(input, setting(plan.goal(), input));
        Map<Knob, Plan.Range> allows = new HashMap<>();
        for (ClassMove move : again.classes()) {
            Knob knob = new Knob(Kind.SHED, Integer.toString(move.rank()));
            Plan.Range range = plan.allows().get(knob);
            if (range != null) {
                int most = Math.max(move.shedAfter(), guards.mostShed(move));
                int high = Math.min(range.high(), most);
                allows.put(knob, new Plan.Range(Math.min(range.low(), high), high));
            }
        }
        return plan.with(again.classes(), allows);
    }

    private static GateSetting setting(Map<Knob, Integer> goal, GateInput input) {
        return GateSetting.of("asked for", goal, input.pool().balancers().size());
    }

    private String weights(Plan plan, Pool pool, FleetState fleet) {
        Ghosts ghosts = new Ghosts(advice.input(fleet, pool));
        Map<String, Ghosts.Ghost> now = byName(ghosts.with(Map.of()));
        List<Ghosts.Ghost> goal = ghosts.with(plan.goal());
        for (Ghosts.Ghost then : goal) {
            Ghosts.Ghost before = now.get(then.server());
            if (before != null
                    && then.share() > before.share() + 1e-9
                    && then.cpu() > pool.cpuLimit()
                    && then.cpu() > before.cpu() + HAIR) {
                return said(then.server(), then.cpu(), pool);
            }
        }
        Map<String, Ghosts.Ghost> last = byName(goal);
        for (Map<Knob, Integer> stage : plan.stages()) {
            for (Ghosts.Ghost then : ghosts.with(stage)) {
                double ends = Math.max(cpu(now, then), cpu(last, then));
                if (then.cpu() > pool.cpuLimit() && then.cpu() > ends + ROUNDING) {
                    return "on the way " + said(then.server(), then.cpu(), pool);
                }
            }
        }
        return "";
    }

    private static Map<String, Ghosts.Ghost> byName(List<Ghosts.Ghost> ghosts) {
        Map<String, Ghosts.Ghost> byName = new HashMap<>();
        ghosts.forEach(g -> byName.put(g.server(), g));
        return byName;
    }

    private static double cpu(Map<String, Ghosts.Ghost> ghosts, Ghosts.Ghost like) {
        Ghosts.Ghost ghost = ghosts.get(like.server());
        return ghost == null ? Double.NaN : ghost.cpu();
    }

    private static String states(Map<Knob, Integer> goal, Pool pool, Serving serving) {
        Set<String> now = serving.now();
        Set<String> then = Effects.serving(serving, goal);
        int needed = pool.required(serving.members().size());
        if (then.size() < now.size() && then.size() < needed) {
            return "%d servers of %s would stay in service, at least %d must: make a new plan"
                    .formatted(then.size(), pool.name(), needed);
        }
        double[] before = serving.cpu(now);
        double[] after = serving.cpu(then);
        List<Member> members = serving.members();
        for (int i = 0; i < after.length; i++) {
            String name = members.get(i).name();
            if (then.contains(name)
                    && now.contains(name)
                    && after[i] > pool.cpuLimit()
                    && after[i] > before[i] + HAIR) {
                return said(name, after[i], pool);
            }
        }
        return "";
    }

    private String gates(Map<Knob, Integer> goal, Pool pool, FleetState fleet, List<KeyRate> keys) {
        GateInput input = planning.gates(fleet, keys);
        for (Knob knob : goal.keySet()) {
            boolean ofClass = knob.kind() == Kind.SHED || knob.kind() == Kind.LIMIT;
            if (ofClass && input.classes().stream().noneMatch(c -> fits(c, knob))) {
                return "there is no class of rank %s: make a new plan".formatted(knob.name());
            }
        }
        Plan again = GatePlan.of(input, setting(goal, input));
        boolean ranked =
                goal.keySet().stream()
                        .anyMatch(k -> k.kind() == Kind.SHED || k.kind() == Kind.LIMIT);
        for (Check check : again.checks()) {
            if (ranked && check.blocking() && !check.passed()) {
                return check.text();
            }
        }
        boolean more = again.after() > again.before() + HAIR;
        return more && again.after() > pool.cpuLimit()
                ? said(again.servers().getFirst().name(), again.after(), pool)
                : "";
    }

    /// Its steps stay between what is and what it wants in the end.
    private static String beyond(Plan plan) {
        for (Map<Knob, Integer> stage : plan.stages()) {
            for (Map.Entry<Knob, Integer> entry : stage.entrySet()) {
                Knob knob = entry.getKey();
                int goal = plan.goal().getOrDefault(knob, entry.getValue());
                int low = goal;
                int high = goal;
                for (Map<Knob, Integer> values : plan.balancers().values()) {
                    Integer now = knob.among(values);
                    low = now == null ? low : Math.min(low, now);
                    high = now == null ? high : Math.max(high, now);
                }
                if (entry.getValue() < low || entry.getValue() > high) {
                    return "a step of it goes beyond its goal: make a new plan";
                }
            }
        }
        return "";
    }

    private static boolean fits(ClassLoad load, Knob knob) {
        return load.kind().key().equals(knob.name());
    }

    private static String said(String server, double cpu, Pool pool) {
        return "%s would reach %d %% at once, its limit is %d %%: make a new plan"
                .formatted(
                        server,
                        (int) Math.ceil(100 * Math.min(cpu, 9.99) - 1e-9),
                        Math.round(100 * pool.cpuLimit()));
    }
}
