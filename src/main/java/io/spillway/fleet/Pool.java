package io.spillway.fleet;

import java.util.List;

/// A group of servers that share their load.
///
/// @param name unique on this desk
/// @param backend the name of the backend at the balancers
/// @param cpuLimit share of CPU above which a server counts as overloaded, 0..1
/// @param minInService servers that must stay in service
/// @param balancers names of the balancers that feed it, in configuration order
/// @param match how its servers are found in the metrics
public record Pool(
        String name,
        String backend,
        double cpuLimit,
        int minInService,
        List<String> balancers,
        Match match) {
    public Pool {
        balancers = List.copyOf(balancers);
    }
}
