package io.spillway.desk;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Match;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.PoolInput;
import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.gate.GateInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A pool behind the gates of one balancer: four classes of unlike cost, 300 requests a second of
/// each, spread evenly over as many servers as are told of.
final class Gates {
    static final long NOW = 1_795_000_000_000L;

    private static final double[] COSTS = {0.8, 1, 1.6, 2.5};
    private static final Pool POOL =
            new Pool("web", "be", 0.9, 0, List.of("lb-1"), new Match(Match.By.LABEL, "server", ""));

    private Gates() {}

    /// All gates are open.
    ///
    /// @param cpu of each server, NaN if unknown
    static GateInput input(double... cpu) {
        return input(Map.of(), cpu);
    }

    /// @param more gates that do not stand open
    static GateInput input(Map<Knob, Integer> more, double... cpu) {
        List<RequestClass> classes = new ArrayList<>();
        List<KeyRate> keys = new ArrayList<>();
        Map<Knob, Integer> gates = new LinkedHashMap<>();
        for (int rank = 0; rank < COSTS.length; rank++) {
            classes.add(new RequestClass("class " + rank, rank, COSTS[rank], ""));
            keys.add(key(KeyRate.Dimension.REQUEST_CLASS, Integer.toString(rank), 300, 0));
            gates.put(new Knob(Knob.Kind.SHED, Integer.toString(rank)), 0);
            gates.put(new Knob(Knob.Kind.LIMIT, Integer.toString(rank)), 1_000_000);
        }
        gates.putAll(more);
        var balancer = new BalancerState("lb-1", "2.6", 1, 1, NOW, List.of(), gates);
        return Gatehouse.input(
                new PoolInput(POOL, NOW, servers(cpu)), classes, List.of(balancer), keys);
    }

    static KeyRate key(KeyRate.Dimension dimension, String key, float requests, float refused) {
        return new KeyRate(dimension, key, requests, Float.NaN, Float.NaN, refused);
    }

    private static List<ServerInput> servers(double... cpu) {
        List<ServerInput> servers = new ArrayList<>();
        for (int i = 0; i < cpu.length; i++) {
            servers.add(
                    new ServerInput(
                            "s" + i,
                            Map.of("lb-1", 100),
                            cpu[i],
                            1_200.0 / cpu.length,
                            AdminState.READY,
                            OperState.UP,
                            Quality.LIVE));
        }
        return servers;
    }
}
