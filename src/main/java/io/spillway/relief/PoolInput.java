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
/// @param forecast requests per second expected in five minutes, NaN if not known
/// @param heaviest the largest weight that all its balancers take, 2..256
/// @param servers every server of the pool, in any order
public record PoolInput(
        Pool pool, long madeAt, double forecast, int heaviest, List<ServerInput> servers) {
    public PoolInput {
        servers = List.copyOf(servers);
    }

    /// A pool of which no forecast is known.
    public PoolInput(Pool pool, long madeAt, List<ServerInput> servers) {
        this(pool, madeAt, Double.NaN, 256, servers);
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
    /// @param line what was learnt of its CPU
    /// @param age of the last CPU sample, milliseconds
    /// @param up for how long its checks have said so, milliseconds; large if for longer than known
    /// @param latency mean response time, seconds, NaN if unknown
    public record ServerInput(
            String name,
            Map<String, Integer> weights,
            double cpu,
            double requests,
            AdminState admin,
            OperState oper,
            Quality quality,
            Line line,
            long age,
            long up,
            double latency) {
        public ServerInput {
            weights = Map.copyOf(weights);
        }

        /// A server with a fresh reading, up for long, of which nothing was learnt.
        public ServerInput(
                String name,
                Map<String, Integer> weights,
                double cpu,
                double requests,
                AdminState admin,
                OperState oper,
                Quality quality) {
            this(
                    name,
                    weights,
                    cpu,
                    requests,
                    admin,
                    oper,
                    quality,
                    Line.NONE,
                    0,
                    Long.MAX_VALUE,
                    Double.NaN);
        }

        /// The same server with what was learnt of it.
        public ServerInput with(Line learnt) {
            return new ServerInput(
                    name, weights, cpu, requests, admin, oper, quality, learnt, age, up, latency);
        }
    }
}
