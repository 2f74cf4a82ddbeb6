package io.spillway.action;

import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compares what acts in force intend with what balancers hold. Remembers each balancer's process
/// from when all was well, to tell a reload from a change.
final class Drifts {
    private record Key(String balancer, String backend, Knob knob) {}

    private record Intent(Act act, int value) {
        Drift drift(String balancer, Knob knob, int applied, String cause) {
            return new Drift(act.id(), balancer, act.begun().pool(), knob, value, applied, cause);
        }
    }

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

    /// The newest act that touches a knob decides it; one that is unfinished intends nothing.
    private static Map<Key, Intent> intents(List<Act> acts, String running) {
        Map<Key, Intent> intents = new LinkedHashMap<>();
        for (Act act : acts) {
            boolean certain = !act.unfinished() && !act.id().equals(running);
            if (act.inForce()) {
                for (String balancer : act.balancers()) {
                    String backend = act.begun().backend();
                    for (Knob knob : act.begun().goal().keySet()) {
                        intents.remove(new Key(balancer, backend, knob));
                    }
                    if (certain) {
                        act.intended(balancer)
                                .forEach((knob, value) ->
                                        intents.put(
                                                new Key(balancer, backend, knob),
                                                new Intent(act, value)));
                    }
                }
            }
        }
        return intents;
    }

    /// Epoch milliseconds of the last act or undo there. What was read before it says nothing.
    private static long lastChange(List<Act> acts, BalancerState balancer) {
        return acts.stream()
                .filter(a -> a.begun().before().containsKey(balancer.name()))
                .mapToLong(a -> a.now().changed().toEpochMilli())
                .max()
                .orElse(0);
    }

    private List<Drift> compare(BalancerState balancer, Map<Key, Intent> intents, long lastChange) {
        List<Drift> drifts = new ArrayList<>();
        if (balancer.time() < lastChange) {
            return drifts;
        }
        Map<String, Map<Knob, Integer>> held = new HashMap<>();
        intents.forEach((key, intent) -> {
            if (key.balancer().equals(balancer.name())) {
                Integer value =
                        key.knob().among(held.computeIfAbsent(key.backend(), balancer::values));
                if (value != null && value != intent.value()) {
                    String cause = cause(balancer, key, value, reloaded(balancer, lastChange));
                    drifts.add(intent.drift(balancer.name(), key.knob(), value, cause));
                }
            }
        });
        drifts.sort(Comparator.comparing(d -> d.knob().toString()));
        return drifts;
    }

    /// The cause that an operator can do something about comes first: what a static algorithm or an
    /// agent decides cannot be sent again, whatever else happened.
    private static String cause(BalancerState balancer, Key key, int value, boolean reloaded) {
        if (key.knob().kind() == Knob.Kind.WEIGHT) {
            if (balancer.fixed().contains(key.backend())) {
                return "static algorithm";
            }
            for (Slot slot : balancer.slots()) {
                boolean same =
                        slot.server().equals(key.knob().name())
                                && slot.backend().equals(key.backend());
                boolean forgotten = reloaded && value == slot.initialWeight();
                if (same && !slot.agent().isEmpty() && !forgotten) {
                    return "the agent check overrides";
                }
            }
        }
        return reloaded ? "reloaded" : "changed elsewhere";
    }

    private boolean reloaded(BalancerState balancer, long lastChange) {
        Incarnation before = known.get(balancer.name());
        return balancer.startedAt() * 1000 > lastChange
                || (before != null
                        && !before.equals(new Incarnation(balancer.pid(), balancer.startedAt())));
    }
}
