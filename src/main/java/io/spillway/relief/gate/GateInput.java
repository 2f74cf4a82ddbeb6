package io.spillway.relief.gate;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Pool;
import java.util.List;
import java.util.Map;

/// All that is told about a pool whose traffic is gated.
///
/// @param pool the pool and its balancers
/// @param madeAt the tick's time, epoch milliseconds
/// @param classes in order of rank
/// @param servers those in service, in any order
/// @param gates balancer to knob to value, as read; a balancer that was not read is absent
public record GateInput(
        Pool pool,
        long madeAt,
        List<ClassLoad> classes,
        List<ServerLoad> servers,
        Map<String, Map<Knob, Integer>> gates) {
    public GateInput {
        classes = List.copyOf(classes);
        servers = List.copyOf(servers);
        gates = Map.copyOf(gates);
    }

    /// One server in service.
    ///
    /// @param name at the balancers
    /// @param weight 0..256
    /// @param cpu share of CPU, 0..1, NaN if unknown
    /// @param background share of CPU that its requests do not cause, 0..1, NaN if unknown
    /// @param capacity requests per second that it can take at full CPU, NaN if unknown
    public record ServerLoad(
            String name, int weight, double cpu, double background, double capacity) {}

    /// The utilisation that gates keep: 15 points above the one at which load is spread anew, but
    /// at most 88 %, so that refusing starts after all else.
    ///
    /// @param spread the utilisation that spreading aims at, 0..1
    public static double target(double spread) {
        return Math.min(spread + 0.15, 0.88);
    }
}
