package io.spillway.desk;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Knob;
import io.spillway.fleet.OperState;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.PoolInput;
import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.Target;
import io.spillway.relief.gate.ClassLoad;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.GateInput.ServerLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sees a pool as plans of gates want it told.
final class Gatehouse {
    /// Of so much of the load the servers may be unknown: it is about as much as the correction of
    /// gates lets pass, and one silent exporter among many must not hold all gates still.
    private static final double BLIND = 0.05;

    private Gatehouse() {}

    static GateInput input(
            PoolInput pool,
            List<RequestClass> classes,
            List<BalancerState> balancers,
            List<KeyRate> keys) {
        Map<String, Map<Knob, Integer>> gates = new LinkedHashMap<>();
        for (BalancerState balancer : balancers) {
            if (pool.pool().balancers().contains(balancer.name())) {
                gates.put(balancer.name(), balancer.gates());
            }
        }
        List<ServerLoad> servers = new ArrayList<>();
        for (ServerInput server : pool.servers()) {
            if (server.admin() == AdminState.READY && server.oper() != OperState.DOWN) {
                servers.add(load(server));
            }
        }
        return new GateInput(
                pool.pool(), pool.madeAt(), loads(classes, gates, keys), servers, gates);
    }

    private static ServerLoad load(ServerInput server) {
        int weight =
                (int)
                        Math.round(
                                server.weights().values().stream()
                                        .mapToInt(w -> w)
                                        .average()
                                        .orElse(0));
        boolean known = server.line().known();
        double throughOrigin = server.cpu() > 0.02 ? server.requests() / server.cpu() : Double.NaN;
        return new ServerLoad(
                server.name(),
                weight,
                server.cpu(),
                known ? server.line().background() : Double.NaN,
                known ? (1 - server.line().background()) / server.line().cost() : throughOrigin);
    }

    private static List<ClassLoad> loads(
            List<RequestClass> classes, Map<String, Map<Knob, Integer>> gates, List<KeyRate> keys) {
        boolean told =
                keys.stream().anyMatch(k -> k.dimension() == KeyRate.Dimension.REQUEST_CLASS);
        List<ClassLoad> loads = new ArrayList<>();
        for (RequestClass kind : classes) {
            double offered = told ? 0 : Double.NaN;
            double refused = 0;
            for (KeyRate key : keys) {
                if (key.dimension() == KeyRate.Dimension.REQUEST_CLASS
                        && key.key().equals(kind.key())) {
                    offered = key.requests();
                    refused =
                            Float.isNaN(key.refused())
                                    ? offered * shed(gates, kind) / 1000
                                    : key.refused();
                }
            }
            loads.add(new ClassLoad(kind, offered, Math.max(0, offered - refused)));
        }
        return loads;
    }

    private static double shed(Map<String, Map<Knob, Integer>> gates, RequestClass kind) {
        Knob knob = new Knob(Knob.Kind.SHED, kind.key());
        return gates.values().stream()
                .mapToInt(values -> values.getOrDefault(knob, 0))
                .average()
                .orElse(0);
    }

    /// Requests per second times cost that the servers can take at the utilisation that gates keep,
    /// NaN if that is not known of servers with more than 5 % of the load. The unknown rest counts
    /// for nothing.
    static double capacity(GateInput input) {
        double target = target(input);
        double sum = 0;
        double all = 0;
        double unknown = 0;
        for (ServerLoad server : input.servers()) {
            all += server.weight();
            if (!Double.isFinite(server.capacity())) {
                unknown += server.weight();
            } else {
                double background = Double.isNaN(server.background()) ? 0 : server.background();
                double full = server.capacity() / Math.max(0.01, 1 - background);
                sum += Math.max(0, target - background) * full;
            }
        }
        return all > 0 && unknown <= BLIND * all ? sum * meanCost(input) : Double.NaN;
    }

    /// What a request that reaches the servers costs in the mean, 1 if nothing tells. Servers are
    /// known by requests of this mix, classes by their cost.
    private static double meanCost(GateInput input) {
        double requests = 0;
        double cost = 0;
        for (ClassLoad load : input.classes()) {
            if (load.admitted() > 0) {
                requests += load.admitted();
                cost += load.admitted() * load.kind().cost();
            }
        }
        return requests > 0 ? cost / requests : 1;
    }

    /// The utilisation that gates keep, 0..1.
    static double target(GateInput input) {
        return GateInput.target(Target.of(input.pool()));
    }
}
