package io.spillway.relief;

import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.fill.Aim;
import io.spillway.relief.fill.Role;
import io.spillway.relief.fill.Servers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A pool's servers in order of name, what each can take, and what other weights would do to them.
///
/// CPU follows the line that was learnt of a server, or a line through the origin and its reading
/// where nothing was learnt. That stays right for a saturated server, because what it serves is
/// measured, not what is sent to it. What a saturated server turns away is not measured: then the
/// prediction is the least that will come.
final class Load {
    /// So sure a claim has to be: one-sided 90 %.
    private static final double CAUTION = 1.28;

    /// Above this CPU a server may turn requests away or keep them waiting.
    private static final double FULL = 0.93;

    private static final double LEAST_MARGIN = 0.03;
    private static final double MOST_MARGIN = 0.5;

    final List<ServerInput> servers;
    final int[] weights;
    final Standing[] standing;

    /// CPU per request a second; where nothing is known NaN.
    final double[] cost;

    final double[] background;

    /// Requests per second that come to the pool now, as far as they are served.
    final double offered;

    /// Requests per second to plan for.
    final double demand;

    /// Highest CPU share to aim at.
    final double target;

    private final double limit;
    private final int least;
    private final int heaviest;

    Load(PoolInput input) {
        servers = input.servers().stream().sorted(Comparator.comparing(ServerInput::name)).toList();
        int n = servers.size();
        heaviest = input.heaviest();
        weights = new int[n];
        standing = new Standing[n];
        cost = new double[n];
        background = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            ServerInput s = servers.get(i);
            weights[i] = weight(input, s);
            standing[i] = Standing.of(s, weights[i], input.pool().cpuLimit());
            line(i, s);
            all += inService(i) ? weights[i] : 0;
        }
        boolean settled = servers.stream().anyMatch(Load::settled);
        offered = perWeight(settled) * all;
        demand = input.forecast() > offered && offered > 0 ? input.forecast() : offered;
        limit = input.pool().cpuLimit();
        target = Target.of(input.pool());
        least = Math.max(input.pool().required(n), (n + 1) / 2);
    }

    /// Requests per second for one unit of weight. Servers in slow start get less than their share,
    /// so they say it only where there are no others.
    private double perWeight(boolean settledOnly) {
        double requests = 0;
        double weight = 0;
        for (int i = 0; i < weights.length; i++) {
            if (changeable(i) && (!settledOnly || settled(servers.get(i)))) {
                requests += servers.get(i).requests();
                weight += weights[i];
            }
        }
        return weight > 0 ? requests / weight : 0;
    }

    private static boolean settled(ServerInput s) {
        return s.up() >= Standing.BLACKOUT;
    }

    private void line(int i, ServerInput s) {
        if (!changeable(i) && !(s.cpu() > 0 && s.requests() > 0)) {
            cost[i] = Double.NaN;
            background[i] = Double.NaN;
        } else if (s.line().known()) {
            cost[i] = s.line().cost();
            // A reading above the line is believed at once: work came that was not learnt yet.
            double above = s.cpu() - cost[i] * s.requests();
            background[i] = Math.max(s.line().background(), above);
        } else {
            cost[i] = s.cpu() / s.requests();
        }
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

    /// The servers as the arithmetic wants them, each a little weaker than it seems.
    Servers cautious() {
        double[] dear = new double[size()];
        Role[] roles = new Role[size()];
        for (int i = 0; i < dear.length; i++) {
            double error = servers.get(i).line().known() ? servers.get(i).line().error() : 0;
            double margin = Math.clamp(CAUTION * error, LEAST_MARGIN, MOST_MARGIN);
            dear[i] = cost[i] / (1 - (Double.isNaN(margin) ? MOST_MARGIN : margin));
            roles[i] = standing[i].role();
        }
        return new Servers(dear, background, weights, roles);
    }

    /// What is to be reached. Nobody is raised above the pool's limit.
    Aim aim(Servers cautious) {
        double[] carries = new double[size()];
        int n = 0;
        for (int i = 0; i < carries.length; i++) {
            if (changeable(i)) {
                carries[n++] = Math.max(0, target - background[i]) / cautious.cost()[i];
            }
        }
        Arrays.sort(carries, 0, n);
        return new Aim(demand, target, limit, least, n == 0 ? 0 : carries[n / 2], heaviest);
    }

    int size() {
        return servers.size();
    }

    String name(int i) {
        return servers.get(i).name();
    }

    /// True if its weight may be changed.
    boolean changeable(int i) {
        return standing[i].changeable();
    }

    /// True if the balancers send it new requests, given a weight above 0.
    boolean inService(int i) {
        return standing[i].role() != Role.OUT;
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

    /// Each server's CPU under other weights and a demand, NaN where unknown. Above 1 where more
    /// comes than it can do.
    double[] predict(int[] w, double requests) {
        double[] now = shares(weights);
        double[] then = shares(w);
        double growth = offered > 0 ? requests / offered : 1;
        double[] cpu = cpu();
        for (int i = 0; i < w.length; i++) {
            if (changeable(i)) {
                cpu[i] = background[i] + cost[i] * requests * then[i];
            } else if (now[i] > 0) {
                cpu[i] *= then[i] == now[i] ? growth : growth * then[i] / now[i];
            }
        }
        return cpu;
    }

    /// Index of the busiest server that may be changed, -1 if there is none.
    int busiest(double[] cpu) {
        int best = -1;
        for (int i = 0; i < cpu.length; i++) {
            if (changeable(i) && (best < 0 || cpu[i] > cpu[best])) {
                best = i;
            }
        }
        return best;
    }

    /// The highest CPU of servers that may be changed and are sent traffic, NaN if there is none.
    double top(double[] cpu, int[] w) {
        double top = Double.NaN;
        for (int i = 0; i < cpu.length; i++) {
            if (changeable(i) && w[i] > 0 && !(cpu[i] <= top)) {
                top = cpu[i];
            }
        }
        return top;
    }

    /// True if a server that may be changed is full, so that not all that comes is served.
    boolean anyFull() {
        for (int i = 0; i < size(); i++) {
            if (changeable(i) && servers.get(i).cpu() > FULL) {
                return true;
            }
        }
        return false;
    }

    /// Number of servers that may be changed.
    int changeableCount() {
        int count = 0;
        for (int i = 0; i < size(); i++) {
            count += changeable(i) ? 1 : 0;
        }
        return count;
    }
}
