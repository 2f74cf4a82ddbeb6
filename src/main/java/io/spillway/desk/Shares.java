package io.spillway.desk;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import java.util.HashMap;
import java.util.Map;

/// Shares of a pool's requests: those that should follow from what its balancers hold, and those
/// that are measured.
final class Shares {
    /// Rates are means over so many seconds at least.
    private static final double SECONDS = 5;

    /// A measured share is off if it lies so many standard deviations of pure chance aside,
    private static final double DEVIATIONS = 4;

    /// and by so much of the pool's requests,
    private static final double POINTS = 0.03;

    /// and by so much of itself.
    private static final double PART = 0.2;

    private record Range(double low, double high, int count, double sum) {
        Range with(double share) {
            return new Range(Math.min(low, share), Math.max(high, share), count + 1, sum + share);
        }
    }

    private final Map<String, Range> expected = new HashMap<>();
    private final Map<String, Double> rates = new HashMap<>();
    private double all;

    private Shares() {}

    static Shares of(FleetState fleet, Pool pool) {
        Shares shares = new Shares();
        for (BalancerState balancer : fleet.balancers()) {
            if (pool.balancers().contains(balancer.name())) {
                shares.expect(balancer, pool.backend());
            }
        }
        for (int i = 0; i < fleet.servers().size(); i++) {
            Server server = fleet.servers().get(i);
            if (server.pool().equals(pool.name())) {
                double rate = fleet.value(Metric.REQUESTS, i);
                boolean told = fleet.quality(Metric.REQUESTS, i).hasValue();
                boolean idle = shares.expected(server.name()) == 0;
                shares.rates.put(server.name(), told ? rate : idle ? 0 : Double.NaN);
                shares.all += told ? rate : idle ? 0 : Double.NaN;
            }
        }
        return shares;
    }

    private void expect(BalancerState balancer, String backend) {
        double sum = 0;
        Map<String, Double> weights = new HashMap<>();
        for (Slot slot : balancer.slots()) {
            if (slot.backend().equals(backend)) {
                boolean serves = slot.admin() == AdminState.READY && slot.oper() != OperState.DOWN;
                double weight = serves ? slot.weight() * slot.throttle() / 100.0 : 0;
                weights.put(slot.server(), weight);
                sum += weight;
            }
        }
        for (Map.Entry<String, Double> e : weights.entrySet()) {
            double share = sum > 0 ? e.getValue() / sum : 0;
            expected.merge(
                    e.getKey(),
                    new Range(share, share, 1, share),
                    (before, _) -> before.with(share));
        }
    }

    /// What a server should get, 0..1, each balancer counted alike; NaN if no balancer has it.
    double expected(String server) {
        Range range = expected.get(server);
        return range == null ? Double.NaN : range.sum() / range.count();
    }

    /// What it gets, NaN if a server that should get something is not measured.
    double observed(String server) {
        return all > 0 ? rates.getOrDefault(server, Double.NaN) / all : Double.NaN;
    }

    /// True if some server gets a share that neither chance nor differences between balancers
    /// explain.
    boolean off() {
        return rates.keySet().stream().anyMatch(this::off);
    }

    private boolean off(String server) {
        Range range = expected.get(server);
        double observed = observed(server);
        if (range == null || Double.isNaN(observed)) {
            return false;
        }
        double nearest = Math.clamp(observed, range.low(), range.high());
        double chance = Math.sqrt(nearest * (1 - nearest) / (all * SECONDS));
        double distance = Math.abs(observed - nearest);
        return distance > DEVIATIONS * chance && distance > POINTS && distance > PART * nearest;
    }
}
