package io.spillway.practice;

import io.spillway.fleet.Metric;
import java.util.Arrays;

/// Every server's readings at one time, as a metrics engine would give them: rates over a window,
/// gauges as last scraped. Before the start stands a past that is computed, not stored. For one
/// thread.
final class Moment {
    private final Model model;
    private final long millis;
    private final Snapshot now;
    private final Snapshot then;

    /// The past's requests a server, and CPU a request, by group; NaN until they are asked for.
    private final double[] rates;

    private final double[] costs;

    /// Share of the window that lies before the start, 0..1.
    private final double before;

    Moment(Model model, long millis, long window) {
        this.model = model;
        this.millis = millis;
        rates = unknown(model.park.groups.size());
        costs = unknown(model.park.groups.size());
        now = model.tape.floor(millis);
        Snapshot back = model.tape.floor(Math.min(millis, now.time()) - window);
        then = back.time() == now.time() ? model.tape.floor(now.time() - 1) : back;
        long missing = model.start - (millis - window);
        boolean none = millis <= model.start || then.time() == now.time();
        before = none ? 1 : Math.clamp(missing / (double) window, 0, 1);
    }

    private static double[] unknown(int groups) {
        double[] unknown = new double[groups];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    /// When the values were sampled, epoch milliseconds.
    long sampledAt() {
        return millis < model.start ? millis : now.time();
    }

    /// NaN where there is nothing to say, such as the error share of a server without traffic.
    double value(Metric metric, int i) {
        return switch (metric) {
            case CPU -> blend(cpuSince(i), before > 0 ? pastCpu(i) : 0);
            case REQUESTS -> requests(i);
            case ERRORS -> errors(i);
            case IN_FLIGHT -> inPast() ? pastInFlight(i) : sum(now.sessions(), i);
            case QUEUE -> inPast() ? 0 : sum(now.queue(), i);
            case LATENCY -> inPast() ? pastLatency(i) : now.latency()[i];
        };
    }

    /// Requests of several servers together, per second. In the past those of a group are alike.
    ///
    /// @param from of the first server
    /// @param to after the last server
    double requests(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; ) {
            int end = before == 1 ? Math.min(to, alike(i)) : i + 1;
            sum += (end - i) * requests(i);
            i = end;
        }
        return sum;
    }

    /// After the last of the servers that had the same past.
    private int alike(int i) {
        Park.Group group = model.park.groupOf(i);
        return model.park.spare(i) ? group.end() : group.serving();
    }

    /// Seconds that a machine's processors were in use, NaN before the start.
    double busySeconds(int i) {
        return raw(now.busy()[i]);
    }

    /// Seconds that a machine's processors idled, NaN before the start.
    double idleSeconds(int i) {
        double age = (now.time() - model.start + Model.UPTIME_MILLIS) / 1000.0;
        return raw(age - now.busy()[i]);
    }

    /// Responses of a server to one balancer, NaN before the start.
    double responses(int b, int i, StatusCode code) {
        return raw(Math.floor(code.count(now.answered()[b][i], now.failed()[b][i])));
    }

    double sessions(int b, int i) {
        return raw(Math.rint(now.sessions()[b][i]));
    }

    double queue(int b, int i) {
        return raw(Math.rint(now.queue()[b][i]));
    }

    double latency(int i) {
        return raw(now.latency()[i]);
    }

    /// Weights are known as they are now only.
    double weight(int b, int i) {
        if (now.time() < model.tape.latest().time()) {
            return Double.NaN;
        }
        synchronized (model) {
            return raw(model.balancers.get(b).effective(i, now.time()));
        }
    }

    private double raw(double value) {
        return inPast() ? Double.NaN : value;
    }

    private boolean inPast() {
        return millis < model.start;
    }

    private double requests(int i) {
        return blend(since(now.answeredBy(i), then.answeredBy(i)), before > 0 ? pastRate(i) : 0);
    }

    private double errors(int i) {
        double failed = since(now.failedBy(i), then.failedBy(i));
        double rate = requests(i);
        double past = before > 0 ? pastFlow(i).failed() : 0;
        return rate > 0 ? blend(failed, past) / rate : Double.NaN;
    }

    private double cpuSince(int i) {
        return since(now.busy()[i], then.busy()[i]);
    }

    private double since(double value, double earlier) {
        return now.time() == then.time()
                ? 0
                : (value - earlier) * 1000 / (now.time() - then.time());
    }

    private double blend(double since, double past) {
        return before * past + (1 - before) * since;
    }

    private long pastTime() {
        return Math.min(millis, model.start);
    }

    private double pastRate(int i) {
        if (model.park.spare(i)) {
            return 0;
        }
        int g = model.park.group[i];
        if (Double.isNaN(rates[g])) {
            rates[g] = model.demand.rate(g, pastTime()) / model.park.groups.get(g).count();
        }
        return rates[g];
    }

    private double pastCost(int i) {
        int g = model.park.group[i];
        if (Double.isNaN(costs[g])) {
            costs[g] = model.demand.cost(g, pastTime());
        }
        return costs[g];
    }

    private Queueing.Flow pastFlow(int i) {
        double capacity = model.park.capacity(i) / pastCost(i);
        return Queueing.flow(pastRate(i), capacity, 0, 1);
    }

    private double pastCpu(int i) {
        return model.cpu(i, pastFlow(i).served(), pastCost(i), pastTime());
    }

    private double pastLatency(int i) {
        double exact = model.exactCpu(i, pastFlow(i).served(), pastCost(i));
        Park.Group pool = model.park.groupOf(i);
        return Queueing.latency(pool.serviceSeconds(), model.park.cores[i], exact, 0, 1);
    }

    private double pastInFlight(int i) {
        return Math.rint(pastFlow(i).served() * pastLatency(i));
    }

    private static double sum(float[][] gauges, int i) {
        double total = 0;
        for (float[] balancer : gauges) {
            total += Math.rint(balancer[i]);
        }
        return total;
    }
}
