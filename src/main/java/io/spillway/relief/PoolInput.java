package io.spillway.relief;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import java.util.List;
import java.util.Map;

/// All that the planner is told about a pool.
///
/// @param pool the pool, its limit and its balancers
/// @param madeAt the tick's time, epoch milliseconds
/// @param servers every server of the pool, in any order
public record PoolInput(Pool pool, long madeAt, List<ServerInput> servers) {
    public PoolInput {
        servers = List.copyOf(servers);
    }

    /// One server, its figures averaged over the last few polls.
    ///
    /// @param name at the balancers
    /// @param weights balancer to weight, 0..256; a balancer that was not read is absent
    /// @param cpu share of CPU, 0..1, NaN if unknown
    /// @param requests answered per second, NaN if unknown
    /// @param admin what operators want
    /// @param oper what the checks say
    /// @param quality of the CPU reading
    public record ServerInput(
            String name,
            Map<String, Integer> weights,
            double cpu,
            double requests,
            AdminState admin,
            OperState oper,
            Quality quality) {
        public ServerInput {
            weights = Map.copyOf(weights);
        }
    }
}
