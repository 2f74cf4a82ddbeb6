package io.spillway.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A balancer as last read.
///
/// @param name as configured
/// @param version the balancer's own version, empty if hidden
/// @param pid process id, 0 if hidden; a change means a reload
/// @param startedAt start of the process, epoch seconds, 0 if hidden
/// @param time when it was read, epoch milliseconds
/// @param slots every server of every backend that it holds
/// @param gates what its gates are set to; empty if it has none
/// @param maxWeight the largest weight that it takes; a plan for several balancers keeps to the
///   smallest of these
/// @param fixed backends whose algorithm is known to take no weights while it runs
public record BalancerState(
        String name,
        String version,
        long pid,
        long startedAt,
        long time,
        List<Slot> slots,
        Map<Knob, Integer> gates,
        int maxWeight,
        Set<String> fixed) {
    /// What HAProxy takes.
    public static final int MAX_WEIGHT = 256;

    public BalancerState {
        slots = List.copyOf(slots);
        gates = Map.copyOf(gates);
        fixed = Set.copyOf(fixed);
    }

    /// A balancer of whose algorithms nothing is known.
    public BalancerState(
            String name,
            String version,
            long pid,
            long startedAt,
            long time,
            List<Slot> slots,
            Map<Knob, Integer> gates,
            int maxWeight) {
        this(name, version, pid, startedAt, time, slots, gates, maxWeight, Set.of());
    }

    /// A balancer that takes weights up to [#MAX_WEIGHT].
    public BalancerState(
            String name,
            String version,
            long pid,
            long startedAt,
            long time,
            List<Slot> slots,
            Map<Knob, Integer> gates) {
        this(name, version, pid, startedAt, time, slots, gates, MAX_WEIGHT);
    }

    /// The same without gates.
    public BalancerState(
            String name, String version, long pid, long startedAt, long time, List<Slot> slots) {
        this(name, version, pid, startedAt, time, slots, Map.of());
    }

    /// What was set when it was read: every known knob of a backend's servers, or with an empty
    /// backend the gates.
    public Map<Knob, Integer> values(String backend) {
        if (backend.isEmpty()) {
            return gates;
        }
        Map<Knob, Integer> values = new HashMap<>();
        for (Slot slot : slots) {
            if (slot.backend().equals(backend)) {
                values.put(Knob.weight(slot.server()), slot.weight());
                if (slot.admin() != AdminState.UNKNOWN) {
                    values.put(Knob.state(slot.server()), slot.admin().ordinal());
                }
                if (slot.maxConnections() >= 0) {
                    values.put(new Knob(Knob.Kind.MAXCONN, slot.server()), slot.maxConnections());
                }
            }
        }
        return values;
    }
}
