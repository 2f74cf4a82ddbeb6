package io.spillway.fleet;

import java.util.List;

/// A balancer as last read.
///
/// @param name as configured
/// @param version the balancer's own version, empty if hidden
/// @param pid process id, 0 if hidden; a change means a reload
/// @param startedAt start of the process, epoch seconds, 0 if hidden
/// @param time when it was read, epoch milliseconds
/// @param slots every server of every backend that it holds
public record BalancerState(
        String name, String version, long pid, long startedAt, long time, List<Slot> slots) {
    public BalancerState {
        slots = List.copyOf(slots);
    }
}
