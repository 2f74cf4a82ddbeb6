package io.spillway.relief.serving;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Pool;
import io.spillway.relief.Check;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Some servers of a pool are put into one administrative state: who serves then, and the plan that
/// does it.
public final class StateChange {
    private final Serving serving;
    private final List<Member> changed;
    private final AdminState to;
    private final Set<String> before;
    private final Set<String> after;

    /// @param names who is changed; names that the pool does not have are left out
    /// @param to what they become
    public StateChange(Serving serving, List<String> names, AdminState to) {
        this.serving = serving;
        this.to = to;
        changed =
                serving.members().stream()
                        .filter(m -> names.contains(m.name()) && !m.everywhere(to))
                        .sorted(Comparator.comparingInt(m -> names.indexOf(m.name())))
                        .toList();
        before = serving.now();
        after = new HashSet<>(before);
        for (Member m : changed) {
            if (to == AdminState.READY && m.weight() > 0) {
                after.add(m.name());
            } else if (to != AdminState.READY) {
                after.remove(m.name());
            }
        }
    }

    public Serving serving() {
        return serving;
    }

    /// Those whose state changes somewhere, in the order in which they were named.
    public List<Member> changed() {
        return changed;
    }

    /// Their names.
    public List<String> names() {
        return changed.stream().map(Member::name).toList();
    }

    /// Names of those who serve before.
    public Set<String> before() {
        return Collections.unmodifiableSet(before);
    }

    /// Names of those who serve after.
    public Set<String> after() {
        return Collections.unmodifiableSet(after);
    }

    /// The plan. It has no stage if nobody's state changes.
    ///
    /// @param kind the word for [Plan#kind]
    /// @param madeAt epoch milliseconds
    public Plan plan(String kind, long madeAt, List<Check> checks, String summary) {
        Pool pool = serving.pool();
        Map<Knob, Integer> stage = new LinkedHashMap<>();
        changed.forEach(m -> stage.put(Knob.state(m.name()), to.ordinal()));
        return new Plan(
                kind,
                pool.name(),
                pool.backend(),
                madeAt,
                measured(),
                serving.highest(after),
                moves(),
                List.of(),
                stage.isEmpty() ? List.of() : List.of(Collections.unmodifiableMap(stage)),
                0,
                Map.of(),
                present(),
                checks,
                summary,
                serving.growth());
    }

    private double measured() {
        return serving.members().stream()
                .filter(m -> before.contains(m.name()) && m.cpu() >= 0)
                .mapToDouble(Member::cpu)
                .max()
                .orElse(Double.NaN);
    }

    private List<Move> moves() {
        double[] sharesNow = serving.shares(before);
        double[] sharesThen = serving.shares(after);
        double[] cpu = serving.cpu(after);
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < cpu.length; i++) {
            Member m = serving.members().get(i);
            int weight = (int) Math.round(m.weight());
            moves.add(
                    new Move(
                            m.name(),
                            weight,
                            weight,
                            (float) m.cpu(),
                            (float) Math.min(1, cpu[i]),
                            sharesNow[i],
                            sharesThen[i]));
        }
        moves.sort(
                Comparator.comparingDouble((Move m) -> Float.isNaN(m.cpuNow()) ? 1 : -m.cpuNow())
                        .thenComparing(Move::name));
        return moves;
    }

    /// States and weights of all servers: any that changes until the plan is applied matters.
    private Map<String, Map<Knob, Integer>> present() {
        Map<String, Map<Knob, Integer>> present = new LinkedHashMap<>();
        for (String balancer : serving.pool().balancers()) {
            Map<Knob, Integer> values = new HashMap<>();
            for (Member m : serving.members()) {
                AdminState state = m.states().get(balancer);
                Integer weight = m.weights().get(balancer);
                if (state != null && state != AdminState.UNKNOWN) {
                    values.put(Knob.state(m.name()), state.ordinal());
                }
                if (weight != null) {
                    values.put(Knob.weight(m.name()), weight);
                }
            }
            present.put(balancer, Map.copyOf(values));
        }
        return Collections.unmodifiableMap(present);
    }
}
