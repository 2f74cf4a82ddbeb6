package io.spillway.practice;

import java.util.ArrayList;
import java.util.List;

/// The fleet under load. Time is passed in; whoever reads or changes a [Balancer] holds this
/// object's lock.
final class Model {
    /// How long the balancers had been running when practice began.
    static final long UPTIME_MILLIS = 9L * 86_400_000;

    private static final double CPU_NOISE = 0.006;

    final Park park;
    final Demand demand;
    final List<Balancer> balancers;
    final Tape tape;
    final long start;
    private final Noise noise;
    private final double[] backlog;

    Model(PracticeOptions options) {
        noise = new Noise(options.seed());
        start = options.start().toEpochMilli();
        park = new Park(options.servers(), noise);
        demand = new Demand(park, noise, options.scenario(), start);
        tape = new Tape(park.size());
        backlog = new double[park.size()];
        List<Balancer> all = new ArrayList<>();
        for (String name : Park.BALANCERS) {
            all.add(new Balancer(name, all.size(), park.size(), start));
        }
        balancers = List.copyOf(all);
        tape.add(first());
    }

    /// Takes the fleet on to a later time, in one step.
    synchronized void step(long millis) {
        Snapshot before = tape.latest();
        double seconds = (millis - before.time()) / 1000.0;
        tape.add(advance(before.next(millis), seconds, seconds));
    }

    /// Share of CPU as a sampler would read it at that time.
    double cpu(int server, double served, double cost, long millis) {
        double exact = exactCpu(server, served, cost);
        return Math.clamp(exact + CPU_NOISE * noise.white(1000 + server, millis), 0, 1);
    }

    double exactCpu(int server, double served, double cost) {
        double work = served * cost * park.groupOf(server).cpuSeconds() / park.power[server];
        return Math.min(1, park.background[server] + work);
    }

    /// The counters of nine ordinary days, and the gauges of the first moment.
    private Snapshot first() {
        int pools = park.groups.size();
        Snapshot zero = Snapshot.zero(start, balancers.size(), park.size(), pools);
        Snapshot settled = advance(zero, 1, 1).next(start);
        double days = UPTIME_MILLIS / 1000.0;
        scale(settled, days);
        return advance(settled, 1, 0);
    }

    private static void scale(Snapshot counters, double factor) {
        for (int b = 0; b < counters.answered().length; b++) {
            times(counters.answered()[b], factor);
            times(counters.failed()[b], factor);
            times(counters.requests()[b], factor);
        }
        times(counters.busy(), factor);
    }

    private static void times(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /// @param seconds for which load flows
    /// @param counted seconds by which counters advance
    private Snapshot advance(Snapshot to, double seconds, double counted) {
        double[][] offered = new double[balancers.size()][park.size()];
        for (int g = 0; g < park.groups.size(); g++) {
            double rate = demand.rate(g, to.time()) / balancers.size();
            double cost = demand.cost(g, to.time());
            for (Balancer balancer : balancers) {
                spread(balancer, g, rate, offered[balancer.index], to, counted);
            }
            Park.Group pool = park.groups.get(g);
            for (int i = pool.first(); i < pool.end(); i++) {
                serve(i, offered, cost, seconds, counted, to);
            }
        }
        return to;
    }

    private void spread(
            Balancer by, int g, double rate, double[] offered, Snapshot to, double counted) {
        Park.Group pool = park.groups.get(g);
        double total = by.total(pool);
        to.requests()[by.index][g] += rate * counted;
        if (total == 0) {
            to.unrouted()[by.index][g] += rate * counted;
            return;
        }
        for (int i = pool.first(); i < pool.end(); i++) {
            offered[i] = rate * by.effective(i) / total;
        }
    }

    private void serve(
            int i, double[][] offered, double cost, double seconds, double counted, Snapshot to) {
        Park.Group pool = park.groupOf(i);
        double load = 0;
        for (double[] balancer : offered) {
            load += balancer[i];
        }
        double capacity = park.capacity(i) / cost;
        Queueing.Flow flow = Queueing.flow(load, capacity, backlog[i], seconds);
        backlog[i] = flow.backlog();
        double cpu = exactCpu(i, flow.served(), cost);
        double latency =
                Queueing.latency(
                        pool.serviceSeconds(), park.cores[i], cpu, flow.backlog(), capacity);
        to.latency()[i] = (float) latency;
        to.busy()[i] += counted * cpu(i, flow.served(), cost, to.time());
        double inside = flow.served() * latency;
        double working = Math.min(inside, park.cores[i] * (double) Queueing.SLOTS_PER_CORE);
        for (int b = 0; b < offered.length; b++) {
            double share = load > 0 ? offered[b][i] / load : 1.0 / offered.length;
            to.answered()[b][i] += share * flow.answered() * counted;
            to.failed()[b][i] += share * flow.failed() * counted;
            to.rate()[b][i] = (float) (share * flow.answered());
            to.sessions()[b][i] = (float) (share * working);
            to.queue()[b][i] = (float) (share * (inside - working));
        }
    }
}
