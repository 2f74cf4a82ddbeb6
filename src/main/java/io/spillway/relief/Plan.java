package io.spillway.relief;

import io.spillway.fleet.Knob;
import java.util.List;
import java.util.Map;

/// A proposed change with its predicted effect. Nothing is changed until it is applied.
///
/// @param kind `redistribute`, `gate`, `drain`, `standby` or another word of the planner's
/// @param pool the pool's name
/// @param backend the backend's name at the balancers, empty if gates are set
/// @param madeAt when it was computed, epoch milliseconds
/// @param before highest CPU share of the servers that may be moved, 0..1, NaN if none is known
/// @param after the same as predicted
/// @param servers every server of the pool, hottest first
/// @param classes what it does to each request class, most critical first; empty unless gates are
///   set
/// @param stages what to send, one map after another, each naming the same knobs, the last being
///   the goal
/// @param preparation how many stages only make room for finer steps: they raise small weights in
///   equal proportion (at most doubling), so that shares stay, and are sent together with the next;
///   each later stage is a step of its own, sent when all is well after the one before
/// @param allows what the desk may do later by itself, within these ranges
/// @param balancers balancer to knob to value as they were when the plan was made
/// @param checks everything that was looked at
/// @param summary one line: what moves where
/// @param growth the load that predictions are for, as a multiple of the load when it was computed,
///   1 or more
public record Plan(
        String kind,
        String pool,
        String backend,
        long madeAt,
        double before,
        double after,
        List<Move> servers,
        List<ClassMove> classes,
        List<Map<Knob, Integer>> stages,
        int preparation,
        Map<Knob, Range> allows,
        Map<String, Map<Knob, Integer>> balancers,
        List<Check> checks,
        String summary,
        double growth) {
    /// Values that a knob may be given, both included.
    public record Range(int low, int high) {}

    public Plan {
        servers = List.copyOf(servers);
        classes = List.copyOf(classes);
        stages = List.copyOf(stages);
        allows = Map.copyOf(allows);
        checks = List.copyOf(checks);
        // A file of an earlier version does not say.
        growth = growth >= 1 ? growth : 1;
    }

    /// For the load as it is.
    public Plan(
            String kind,
            String pool,
            String backend,
            long madeAt,
            double before,
            double after,
            List<Move> servers,
            List<ClassMove> classes,
            List<Map<Knob, Integer>> stages,
            int preparation,
            Map<Knob, Range> allows,
            Map<String, Map<Knob, Integer>> balancers,
            List<Check> checks,
            String summary) {
        this(
                kind,
                pool,
                backend,
                madeAt,
                before,
                after,
                servers,
                classes,
                stages,
                preparation,
                allows,
                balancers,
                checks,
                summary,
                1);
    }

    /// True if there is something to apply and no blocking check fails.
    public boolean applicable() {
        return !stages.isEmpty() && checks.stream().allMatch(c -> c.passed() || !c.blocking());
    }

    /// How many times something is sent and then looked at.
    public int steps() {
        return stages.size() - preparation;
    }

    /// What it sets in the end, empty if there is nothing to apply.
    public Map<Knob, Integer> goal() {
        return stages.isEmpty() ? Map.of() : stages.getLast();
    }

    /// Number of knobs that change on some balancer.
    public long changes() {
        return goal().entrySet().stream().filter(e -> changes(e.getKey(), e.getValue())).count();
    }

    private boolean changes(Knob knob, Integer goal) {
        return balancers.values().stream().anyMatch(now -> !goal.equals(now.get(knob)));
    }

    /// The same plan with another say of what it does to classes and of what it allows.
    public Plan with(List<ClassMove> does, Map<Knob, Range> may) {
        return new Plan(
                kind,
                pool,
                backend,
                madeAt,
                before,
                after,
                servers,
                does,
                stages,
                preparation,
                may,
                balancers,
                checks,
                summary,
                growth);
    }

    /// The same plan with another say of what it does to servers.
    public Plan with(List<Move> does) {
        return new Plan(
                kind,
                pool,
                backend,
                madeAt,
                before,
                after,
                does,
                classes,
                stages,
                preparation,
                allows,
                balancers,
                checks,
                summary,
                growth);
    }

    /// The same plan with more that was looked at.
    public Plan withChecks(List<Check> more) {
        return new Plan(
                kind,
                pool,
                backend,
                madeAt,
                before,
                after,
                servers,
                classes,
                stages,
                preparation,
                allows,
                balancers,
                more,
                summary,
                growth);
    }
}
