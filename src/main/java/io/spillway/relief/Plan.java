package io.spillway.relief;

import java.util.List;
import java.util.Map;

/// A proposed change with its predicted effect. Nothing is changed until it is applied.
///
/// @param kind `redistribute`
/// @param pool the pool's name
/// @param backend the backend's name at the balancers
/// @param madeAt when it was computed, epoch milliseconds
/// @param before highest CPU share of the servers that may be moved, 0..1, NaN if none is known
/// @param after the same as predicted
/// @param servers every server of the pool, hottest first
/// @param stages weights to send, one map after another, the last being the goal; the ones before
///   it only raise small weights in equal proportion (at most doubling) so that shares stay
/// @param balancers weights by balancer as they were when the plan was made, server name to weight
/// @param checks everything that was looked at
/// @param summary one line: what moves where
public record Plan(
        String kind,
        String pool,
        String backend,
        long madeAt,
        double before,
        double after,
        List<Move> servers,
        List<Map<String, Integer>> stages,
        Map<String, Map<String, Integer>> balancers,
        List<Check> checks,
        String summary) {
    /// True if there is something to apply and no blocking check fails.
    public boolean applicable() {
        return !stages.isEmpty() && checks.stream().allMatch(c -> c.passed() || !c.blocking());
    }

    /// Number of servers whose weight changes.
    public long changes() {
        return servers.stream().filter(m -> m.weightNow() != m.weightAfter()).count();
    }
}
