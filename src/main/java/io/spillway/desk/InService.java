package io.spillway.desk;

import io.spillway.action.Floor;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Slot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Holds at every balancer how many servers of a pool must stay in service, by what the balancer
/// itself says at that moment: plans, files and pictures may be older.
final class InService implements Floor {
    private final List<Pool> pools;
    private final Supplier<List<BalancerState>> seen;

    /// @param seen balancers as last read, which tell who is down
    InService(List<Pool> pools, Supplier<List<BalancerState>> seen) {
        this.pools = pools;
        this.seen = seen;
    }

    @Override
    public String obstacle(
            String name, String balancer, Map<Knob, Integer> now, Map<Knob, Integer> then) {
        for (Pool pool : pools) {
            if (pool.name().equals(name)) {
                Set<String> down = down(pool, balancer);
                long servers = now.keySet().stream().filter(k -> k.kind() == Kind.WEIGHT).count();
                int needed = pool.required((int) servers);
                long left = serving(then, down);
                if (left < serving(now, down) && left < needed) {
                    return "%s would have %d servers of %s in service, at least %d must stay."
                            .formatted(balancer, left, name, needed);
                }
            }
        }
        return "";
    }

    private Set<String> down(Pool pool, String balancer) {
        Set<String> down = new HashSet<>();
        for (BalancerState state : seen.get()) {
            for (Slot slot : state.slots()) {
                if (state.name().equals(balancer)
                        && slot.backend().equals(pool.backend())
                        && slot.oper() == OperState.DOWN) {
                    down.add(slot.server());
                }
            }
        }
        return down;
    }

    private static long serving(Map<Knob, Integer> values, Set<String> down) {
        return values.entrySet().stream()
                .filter(e -> e.getKey().kind() == Kind.WEIGHT && e.getValue() > 0)
                .map(e -> e.getKey().name())
                .filter(s -> !down.contains(s) && values.getOrDefault(Knob.state(s), 0) == 0)
                .count();
    }
}
