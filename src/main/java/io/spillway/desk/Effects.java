package io.spillway.desk;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.Pool;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.Redistribute;
import io.spillway.relief.serving.Member;
import io.spillway.relief.serving.Serving;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a plan would do to servers by the figures of now, whatever it says of itself.
final class Effects {
    private final Advice advice;
    private final Planning planning;

    Effects(Advice advice, Planning planning) {
        this.advice = advice;
        this.planning = planning;
    }

    /// The plan with what it would do to servers now.
    Plan of(Plan plan, Pool pool, FleetState fleet) {
        if (plan.backend().isEmpty()) {
            return plan; // what gates do is seen to by [Overload#honest]
        }
        return plan.with(
                setsStates(plan.goal())
                        ? moves(planning.serving(fleet, pool), plan.goal())
                        : Redistribute.edited(advice.input(fleet, pool), plan.goal()).servers());
    }

    private static List<Move> moves(Serving serving, Map<Knob, Integer> goal) {
        Set<String> now = serving.now();
        Set<String> then = serving(serving, goal);
        double[] cpuNow = serving.cpu(now);
        double[] cpuThen = serving.cpu(then);
        double[] shareNow = serving.shares(now);
        double[] shareThen = serving.shares(then);
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < cpuNow.length; i++) {
            Member m = serving.members().get(i);
            moves.add(
                    new Move(
                            m.name(),
                            (int) m.weight(),
                            (int) m.weight(),
                            (float) cpuNow[i],
                            (float) cpuThen[i],
                            shareNow[i],
                            shareThen[i]));
        }
        return moves;
    }

    /// True if servers are taken in or out of service.
    static boolean setsStates(Map<Knob, Integer> goal) {
        return goal.keySet().stream().anyMatch(k -> k.kind() == Kind.STATE);
    }

    /// Names of those who serve once states are set.
    static Set<String> serving(Serving serving, Map<Knob, Integer> goal) {
        Set<String> then = new HashSet<>(serving.now());
        goal.forEach((knob, value) -> {
            if (knob.kind() == Kind.STATE && value == 0) {
                then.add(knob.name());
            } else if (knob.kind() == Kind.STATE) {
                then.remove(knob.name());
            }
        });
        return then;
    }
}
