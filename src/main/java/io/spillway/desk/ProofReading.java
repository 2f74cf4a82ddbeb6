package io.spillway.desk;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Slot;
import io.spillway.fleet.SourceHealth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A server as its balancers hold it now.
///
/// @param server its name
/// @param slots by balancer, in the order of the configuration
/// @param maxWeight the largest weight that all of them take
/// @param trouble a sentence on why it is not known, empty if it is
record ProofReading(String server, Map<String, Slot> slots, int maxWeight, String trouble) {
    static ProofReading of(Picture now, String pool, String server) {
        Optional<Pool> found =
                now.fleet().pools().stream().filter(p -> p.name().equals(pool)).findFirst();
        if (found.isEmpty()) {
            List<String> names = now.fleet().pools().stream().map(Pool::name).toList();
            return none(server, "There is no pool '%s': %s.".formatted(pool, oneOf(names)));
        }
        boolean known =
                now.fleet().servers().stream()
                        .anyMatch(s -> s.pool().equals(pool) && s.name().equals(server));
        return known
                ? read(now, found.get(), server)
                : none(
                        server,
                        "There is no server '%s' in pool %s: name it as the balancers do, see `spillway status`."
                                .formatted(server, pool));
    }

    private static String oneOf(List<String> names) {
        return names.isEmpty() ? "none is configured" : "take one of " + String.join(", ", names);
    }

    private static ProofReading none(String server, String trouble) {
        return new ProofReading(server, Map.of(), 0, trouble);
    }

    private static ProofReading read(Picture now, Pool pool, String server) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        List<String> silent = new ArrayList<>();
        int most = BalancerState.MAX_WEIGHT;
        for (String name : pool.balancers()) {
            Optional<BalancerState> state =
                    now.fleet().balancers().stream().filter(b -> b.name().equals(name)).findFirst();
            Optional<Slot> slot = state.flatMap(b -> slot(b, pool, server));
            String dead = trouble(now, name);
            if (slot.isEmpty() || !dead.isEmpty()) {
                silent.add(dead.isEmpty() ? name + " does not hold it" : name + ": " + dead);
                continue;
            }
            slots.put(name, slot.get());
            most = Math.min(most, state.get().maxWeight());
        }
        String trouble =
                silent.isEmpty()
                        ? ""
                        : "%s cannot be read: %s.".formatted(server, String.join("; ", silent));
        return new ProofReading(server, slots, most, trouble.replaceFirst("\\.\\.$", "."));
    }

    private static Optional<Slot> slot(BalancerState balancer, Pool pool, String server) {
        return balancer.slots().stream()
                .filter(s -> s.backend().equals(pool.backend()) && s.server().equals(server))
                .findFirst();
    }

    private static String trouble(Picture now, String balancer) {
        return now.sources().stream()
                .filter(s -> s.name().equals(balancer) && s.failures() > 0)
                .map(SourceHealth::message)
                .findFirst()
                .orElse("");
    }

    /// Weight and state by balancer.
    Map<String, Map<Knob, Integer>> values() {
        Map<String, Map<Knob, Integer>> values = new LinkedHashMap<>();
        slots.forEach((balancer, slot) -> {
            Map<Knob, Integer> own = new LinkedHashMap<>();
            own.put(Knob.weight(server), slot.weight());
            own.put(Knob.state(server), slot.admin().ordinal());
            values.put(balancer, own);
        });
        return values;
    }

    int weight() {
        return slots.values().iterator().next().weight();
    }

    /// Why it is no server to try this on, empty if it serves everywhere.
    String notInService() {
        return slots.entrySet().stream()
                .filter(e -> e.getValue().admin() != AdminState.READY || e.getValue().weight() == 0)
                .map(e ->
                        "Nothing was sent: %s is not in service on %s. Choose one that is."
                                .formatted(server, e.getKey()))
                .findFirst()
                .orElse("");
    }
}
