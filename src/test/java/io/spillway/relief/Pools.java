package io.spillway.relief;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Match;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.relief.PoolInput.ServerInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pools for tests: servers of known capacity under a known demand.
final class Pools {
    static final long NOW = 1_795_000_000_000L;

    private Pools() {}

    static Pool pool() {
        Match match = new Match(Match.By.LABEL, "server", "");
        return new Pool("web", "be_web", 0.9, 4, List.of("lb-1", "lb-2"), match);
    }

    static PoolInput input(List<ServerInput> servers) {
        return new PoolInput(pool(), NOW, servers);
    }

    static ServerInput server(String name, int weight, double cpu, double requests) {
        return new ServerInput(
                name,
                Map.of("lb-1", weight, "lb-2", weight),
                cpu,
                requests,
                AdminState.READY,
                OperState.UP,
                Quality.LIVE);
    }

    static ServerInput with(ServerInput s, AdminState admin, OperState oper, Quality quality) {
        return new ServerInput(s.name(), s.weights(), s.cpu(), s.requests(), admin, oper, quality);
    }

    /// Servers that get demand by weight and serve at most what they can.
    static List<ServerInput> loaded(double demand, int[] weights, double[] capacities) {
        double sum = 0;
        for (int w : weights) {
            sum += w;
        }
        List<ServerInput> servers = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            double offered = demand * weights[i] / sum;
            double served = Math.min(offered, capacities[i]);
            servers.add(server(name(i), weights[i], served / capacities[i], served));
        }
        return servers;
    }

    static String name(int i) {
        return String.format("web-%05d", i);
    }

    /// The pool as the plan predicts it: weights set, CPU as predicted, requests to match.
    static PoolInput predicted(PoolInput input, Plan plan) {
        List<ServerInput> servers = new ArrayList<>();
        for (ServerInput s : input.servers()) {
            Move move = move(plan, s.name());
            double ratio = s.cpu() > 0 ? move.cpuAfter() / s.cpu() : 1;
            Map<String, Integer> weights = new HashMap<>(s.weights());
            weights.replaceAll((balancer, w) -> move.weightAfter());
            servers.add(
                    new ServerInput(
                            s.name(),
                            weights,
                            move.cpuAfter(),
                            s.requests() * ratio,
                            s.admin(),
                            s.oper(),
                            s.quality()));
        }
        return new PoolInput(input.pool(), input.madeAt(), servers);
    }

    static Move move(Plan plan, String name) {
        return plan.servers().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    /// A server's weight, the same on every balancer.
    static int weight(ServerInput s) {
        return s.weights().values().iterator().next();
    }

    static List<String> texts(Plan plan) {
        return plan.checks().stream().map(c -> (c.passed() ? "+ " : "- ") + c.text()).toList();
    }
}
