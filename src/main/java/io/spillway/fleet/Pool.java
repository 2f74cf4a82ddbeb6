package io.spillway.fleet;

import java.util.List;

/// A group of servers that share their load.
///
/// @param name unique on this desk
/// @param backend the name of the backend at the balancers
/// @param cpuLimit share of CPU above which a server counts as overloaded, 0..1
/// @param minInService servers that must stay in service; 0 leaves it to [#required]
/// @param balancers names of the balancers that feed it, in configuration order
/// @param match how its servers are found in the metrics
/// @param target share of CPU that plans aim at, 0..`cpuLimit`; 0 leaves it to the planner
/// @param cores processors of one server, 0 if not known
/// @param standby what it has in reserve
public record Pool(
        String name,
        String backend,
        double cpuLimit,
        int minInService,
        List<String> balancers,
        Match match,
        double target,
        int cores,
        Standby standby) {
    public Pool {
        balancers = List.copyOf(balancers);
    }

    /// A pool whose target is left to the planner, with nothing in reserve.
    public Pool(
            String name,
            String backend,
            double cpuLimit,
            int minInService,
            List<String> balancers,
            Match match) {
        this(name, backend, cpuLimit, minInService, balancers, match, 0, 0, Standby.NONE);
    }

    /// How many of its servers must stay in service: as configured, else half, at least one.
    public int required(int servers) {
        return minInService > 0 ? minInService : Math.max(1, (servers + 1) / 2);
    }
}
