package io.spillway.desk;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.Pool;
import io.spillway.relief.Ghosts;
import io.spillway.relief.Plan;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.GatePlan;
import io.spillway.relief.gate.GateSetting;
import io.spillway.relief.serving.Member;
import io.spillway.relief.serving.Serving;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks at a plan once more before it is applied, with the figures of now: it may come from a file
/// that somebody edited, or from a program. A plan that takes a server above its limit is refused.
final class Overload {
    /// Less than this is not more.
    private static final double HAIR = 0.005;

    private final Advice advice;
    private final Planning planning;

    Overload(Advice advice, Planning planning) {
        this.advice = advice;
        this.planning = planning;
    }

    /// A sentence on who would be overloaded, empty if nobody would, or if that cannot be told:
    /// what is not known was for the plan's own checks to judge.
    String of(Plan plan, Pool pool, FleetState fleet, List<KeyRate> keys) {
        Map<Knob, Integer> goal = plan.goal();
        if (plan.backend().isEmpty()) {
            return gates(goal, pool, fleet, keys);
        }
        boolean states = goal.keySet().stream().anyMatch(k -> k.kind() == Kind.STATE);
        return states
                ? states(goal, pool, planning.serving(fleet, pool))
                : weights(goal, pool, fleet);
    }

    private String weights(Map<Knob, Integer> goal, Pool pool, FleetState fleet) {
        Ghosts ghosts = new Ghosts(advice.input(fleet, pool));
        Map<String, Ghosts.Ghost> now = new HashMap<>();
        ghosts.with(Map.of()).forEach(g -> now.put(g.server(), g));
        for (Ghosts.Ghost then : ghosts.with(goal)) {
            Ghosts.Ghost before = now.get(then.server());
            if (before != null
                    && then.share() > before.share() + 1e-9
                    && then.cpu() > pool.cpuLimit()
                    && then.cpu() > before.cpu() + HAIR) {
                return said(then.server(), then.cpu(), pool);
            }
        }
        return "";
    }

    private static String states(Map<Knob, Integer> goal, Pool pool, Serving serving) {
        Set<String> now = serving.now();
        Set<String> then = new HashSet<>(now);
        goal.forEach((knob, value) -> {
            if (knob.kind() == Kind.STATE && value == 0) {
                then.add(knob.name());
            } else if (knob.kind() == Kind.STATE) {
                then.remove(knob.name());
            }
        });
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
        Map<Integer, Integer> shed = new LinkedHashMap<>();
        goal.forEach((knob, value) -> {
            if (knob.kind() == Kind.SHED) {
                shed.put(Integer.valueOf(knob.name()), value);
            }
        });
        Plan again = GatePlan.of(input, new GateSetting("asked for", shed, Map.of()));
        boolean more = again.after() > again.before() + HAIR;
        return more && again.after() > pool.cpuLimit()
                ? said(again.servers().getFirst().name(), again.after(), pool)
                : "";
    }

    private static String said(String server, double cpu, Pool pool) {
        return "%s would reach %d %% at once, its limit is %d %%: make a new plan"
                .formatted(
                        server,
                        (int) Math.ceil(100 * Math.min(cpu, 9.99) - 1e-9),
                        Math.round(100 * pool.cpuLimit()));
    }
}
