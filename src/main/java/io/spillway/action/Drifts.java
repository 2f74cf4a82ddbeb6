package io.spillway.action;

import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compares what acts in force intend with what balancers hold. Remembers each balancer's process
/// from when all was well, to tell a reload from a change.
final class Drifts {
    private record Key(String balancer, String backend, String server) {}

    private record Intent(Act act, int weight) {}

    private record Incarnation(long pid, long startedAt) {}

    private final Map<String, Incarnation> known = new HashMap<>();

    /// @param acts oldest first
    /// @param running id of the act that this process is at, empty if none
    synchronized List<Drift> of(List<Act> acts, String running, List<BalancerState> balancers) {
        Map<Key, Intent> intents = intents(acts, running);
        List<Drift> drifts = new ArrayList<>();
        for (BalancerState balancer : balancers) {
            List<Drift> found = compare(balancer, intents, lastChange(acts, balancer));
            if (found.isEmpty()) {
                known.put(balancer.name(), new Incarnation(balancer.pid(), balancer.startedAt()));
            }
            drifts.addAll(found);
        }
        return List.copyOf(drifts);
    }

    /// The newest act that touches a weight decides it; one that is unfinished intends nothing.
    private static Map<Key, Intent> intents(List<Act> acts, String running) {
        Map<Key, Intent> intents = new LinkedHashMap<>();
        for (Act act : acts) {
            boolean certain = !act.unfinished() && !act.id().equals(running);
            if (!act.inForce()) {
                continue;
            }
            for (String balancer : act.balancers()) {
                act.begun()
                        .goal()
                        .forEach((server, weight) -> {
                            Key key = new Key(balancer, act.begun().backend(), server);
                            if (certain) {
                                intents.put(key, new Intent(act, weight));
                            } else {
                                intents.remove(key);
                            }
                        });
            }
        }
        return intents;
    }

    /// Epoch milliseconds of the last act or undo there. What was read before it says nothing.
    private static long lastChange(List<Act> acts, BalancerState balancer) {
        return acts.stream()
                .filter(a -> a.begun().before().containsKey(balancer.name()))
                .mapToLong(a -> a.changed().toEpochMilli())
                .max()
                .orElse(0);
    }

    private List<Drift> compare(BalancerState balancer, Map<Key, Intent> intents, long lastChange) {
        List<Drift> drifts = new ArrayList<>();
        if (balancer.time() < lastChange) {
            return drifts;
        }
        for (Slot slot : balancer.slots()) {
            Intent intent = intents.get(new Key(balancer.name(), slot.backend(), slot.server()));
            if (intent != null && intent.weight() != slot.weight()) {
                drifts.add(
                        new Drift(
                                intent.act().id(),
                                balancer.name(),
                                intent.act().begun().pool(),
                                slot.server(),
                                intent.weight(),
                                slot.weight(),
                                reloaded(balancer, lastChange) ? "reloaded" : "changed elsewhere"));
            }
        }
        return drifts;
    }

    private boolean reloaded(BalancerState balancer, long lastChange) {
        Incarnation before = known.get(balancer.name());
        return balancer.startedAt() * 1000 > lastChange
                || (before != null
                        && !before.equals(new Incarnation(balancer.pid(), balancer.startedAt())));
    }
}
