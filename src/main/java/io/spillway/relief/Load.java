package io.spillway.relief;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import io.spillway.relief.PoolInput.ServerInput;
import java.util.Comparator;
import java.util.List;

/// A pool's servers in order of name, what each can take, and what other weights would do to them.
///
/// A server's capacity is what it serves divided by the CPU that this takes. That stays right for a
/// saturated server, because what it serves is measured, not what is sent to it. What a saturated
/// server turns away is not measured: then the prediction is the least that will come. Servers of
/// which nothing can be said are *frozen*: they keep their share.
final class Load {
    /// Below this share of CPU a server does too little to be judged.
    private static final double MIN_CPU = 0.02;

    /// Below these requests per second a server does too little to be judged.
    private static final double MIN_REQUESTS = 1;

    final List<ServerInput> servers;
    final int[] weights;

    /// Why a server keeps its share; empty for those that may be moved.
    final String[] frozen;

    /// Requests per second at full CPU, 0 for frozen ones.
    final double[] capacity;

    /// Requests per second of all servers that may be moved.
    final double demand;

    Load(PoolInput input) {
        servers = input.servers().stream().sorted(Comparator.comparing(ServerInput::name)).toList();
        int n = servers.size();
        weights = new int[n];
        frozen = new String[n];
        capacity = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            ServerInput s = servers.get(i);
            weights[i] = weight(input, s);
            frozen[i] = reason(s, weights[i]);
            if (movable(i)) {
                capacity[i] = s.requests() / s.cpu();
                sum += s.requests();
            }
        }
        demand = sum;
    }

    private static int weight(PoolInput input, ServerInput server) {
        for (String balancer : input.pool().balancers()) {
            Integer weight = server.weights().get(balancer);
            if (weight != null) {
                return weight;
            }
        }
        return 0;
    }

    private static String reason(ServerInput s, int weight) {
        if (s.admin() == AdminState.DRAIN) {
            return "is drained";
        } else if (s.admin() == AdminState.MAINT) {
            return "is in maintenance";
        } else if (s.oper() == OperState.DOWN) {
            return "is down";
        } else if (s.oper() == OperState.CHANGING) {
            return "is going up or down";
        } else if (weight == 0) {
            return "has weight 0";
        } else if (Double.isNaN(s.cpu()) || Double.isNaN(s.requests()) || !s.quality().hasValue()) {
            return "has no known load";
        } else if (s.quality() != Quality.LIVE) {
            return "has an old CPU reading";
        }
        return s.cpu() < MIN_CPU || s.requests() < MIN_REQUESTS ? "has too little load" : "";
    }

    int size() {
        return servers.size();
    }

    boolean movable(int i) {
        return frozen[i].isEmpty();
    }

    /// True if the balancers send it new requests, given a weight above 0.
    boolean inService(int i) {
        ServerInput s = servers.get(i);
        return s.admin() != AdminState.DRAIN
                && s.admin() != AdminState.MAINT
                && s.oper() != OperState.DOWN;
    }

    /// Each server's share of the pool's load under these weights, 0..1.
    double[] shares(int[] w) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += inService(i) ? w[i] : 0;
        }
        double[] shares = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            shares[i] = sum > 0 && inService(i) ? w[i] / sum : 0;
        }
        return shares;
    }

    /// Each server's CPU now, NaN where unknown.
    double[] cpu() {
        return servers.stream().mapToDouble(ServerInput::cpu).toArray();
    }

    /// Each server's CPU under other weights, NaN where unknown: a line through the origin.
    double[] predict(int[] w) {
        double[] now = shares(weights);
        double[] then = shares(w);
        double moved = 0;
        for (int i = 0; i < w.length; i++) {
            moved += movable(i) ? now[i] : 0;
        }
        double[] cpu = cpu();
        for (int i = 0; i < w.length; i++) {
            if (movable(i)) {
                cpu[i] = Math.min(1, demand * then[i] / moved / capacity[i]);
            } else if (now[i] > 0 && then[i] != now[i]) {
                cpu[i] = Math.min(1, cpu[i] * then[i] / now[i]);
            }
        }
        return cpu;
    }

    /// Index of the busiest server that may be moved, -1 if there is none.
    int busiest(double[] cpu) {
        int best = -1;
        for (int i = 0; i < cpu.length; i++) {
            if (movable(i) && (best < 0 || cpu[i] > cpu[best])) {
                best = i;
            }
        }
        return best;
    }

    /// Number of servers that may be moved.
    int movableCount() {
        int count = 0;
        for (int i = 0; i < size(); i++) {
            count += movable(i) ? 1 : 0;
        }
        return count;
    }
}
