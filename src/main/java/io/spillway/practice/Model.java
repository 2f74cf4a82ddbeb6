package io.spillway.practice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The fleet under load. Time is passed in; whoever reads or changes a [Balancer] holds this
/// object's lock.
final class Model {
    /// How long the balancers had been running when practice began.
    static final long UPTIME_MILLIS = 9L * 86_400_000;

    private static final double CPU_NOISE = 0.006;

    /// Seconds in which what is in flight at a server that leaves falls to a third.
    private static final double LEAVING = 2;

    final Park park;
    final Demand demand;
    final List<Balancer> balancers;
    final Tape tape;
    final long start;
    private final Noise noise;
    private final double[] backlog;

    /// `[b][i]` requests being worked on at the end of the last step.
    private final float[][] inside;

    Model(PracticeOptions options) {
        noise = new Noise(options.seed());
        start = options.start().toEpochMilli();
        park = new Park(options.servers(), noise);
        demand = new Demand(park, noise, options.scenario(), start);
        tape = new Tape(park.size());
        backlog = new double[park.size()];
        List<Balancer> all = new ArrayList<>();
        for (String name : Park.BALANCERS) {
            all.add(new Balancer(name, all.size(), park, start));
        }
        inside = new float[all.size()][park.size()];
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
        return Math.clamp(exact + CPU_NOISE * noise.white(1000 + park.seeds[server], millis), 0, 1);
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
            times(counters.asked()[b], factor);
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
        Step step = new Step(to, seconds, counted);
        for (int g = 0; g < park.groups.size(); g++) {
            double rate = demand.rate(g, to.time()) / balancers.size();
            Load load = new Load(balancers.size(), park.size());
            for (Balancer balancer : balancers) {
                to.requests()[balancer.index][g] += rate * counted;
                double passing = g == Park.GATED ? gate(balancer, rate, load, step) : rate;
                spread(balancer, g, passing, load.offered[balancer.index], step);
            }
            Park.Group pool = park.groups.get(g);
            for (int i = pool.first(); i < pool.end(); i++) {
                serve(i, load, demand.cost(g, to.time()), step);
            }
        }
        for (int b = 0; b < inside.length; b++) {
            System.arraycopy(to.sessions()[b], 0, inside[b], 0, park.size());
        }
        return to;
    }

    /// One step of time.
    ///
    /// @param seconds for which load flows
    /// @param counted seconds by which counters advance
    private record Step(Snapshot to, double seconds, double counted) {}

    /// What one pool is sent.
    private static final class Load {
        /// `[b][i]` requests per second.
        final double[][] offered;

        /// `[b]` what one costs, 1 being the mean of all that came.
        final double[] cost;

        Load(int balancers, int servers) {
            offered = new double[balancers][servers];
            cost = new double[balancers];
            Arrays.fill(cost, 1);
        }

        double of(int server) {
            double sum = 0;
            for (double[] balancer : offered) {
                sum += balancer[server];
            }
            return sum;
        }

        double costOf(int server) {
            double sum = of(server);
            double work = 0;
            for (int b = 0; b < offered.length; b++) {
                work += offered[b][server] * cost[b];
            }
            return sum > 0 ? work / sum : 1;
        }
    }

    /// Requests per second that a balancer's gates let pass.
    private double gate(Balancer by, double rate, Load load, Step step) {
        int b = by.index;
        Snapshot to = step.to();
        double[] mix = Clientele.mix(demand.crowd(to.time()));
        Gates gates = new Gates(by.maps, rate, mix);
        for (int k = 0; k < gates.asked.length; k++) {
            to.asked()[b][k] += gates.asked[k] * step.counted();
            to.refused()[b][k] += gates.refused[k] * step.counted();
        }
        to.refusing()[b] = (float) Math.max(0, rate - gates.admitted);
        load.cost[b] = gates.cost;
        return gates.admitted;
    }

    private void spread(Balancer by, int g, double rate, double[] offered, Step step) {
        Park.Group pool = park.groups.get(g);
        long now = step.to().time();
        if (by.total(pool, now) == 0) {
            step.to().unrouted()[by.index][g] += rate * step.counted();
            return;
        }
        double total = 0;
        for (int i = pool.first(); i < pool.end(); i++) {
            offered[i] = by.share(i, now);
            total += offered[i];
        }
        for (int i = pool.first(); i < pool.end(); i++) {
            offered[i] *= rate / total;
        }
    }

    private void serve(int i, Load load, double pooled, Step step) {
        Snapshot to = step.to();
        Park.Group pool = park.groupOf(i);
        double cost = pooled * load.costOf(i);
        double offered = load.of(i);
        double capacity = Math.min(park.capacity(i) / cost, limit(i) / pool.serviceSeconds());
        Queueing.Flow flow = Queueing.flow(offered, capacity, backlog[i], step.seconds());
        backlog[i] = flow.backlog();
        double cpu = exactCpu(i, flow.served(), cost);
        double latency =
                Queueing.latency(
                        pool.serviceSeconds(), park.cores[i], cpu, flow.backlog(), capacity);
        to.latency()[i] = (float) latency;
        to.busy()[i] += step.counted() * cpu(i, flow.served(), cost, to.time());
        double present = flow.served() * latency;
        double working = Math.min(present, park.cores[i] * (double) Queueing.SLOTS_PER_CORE);
        for (Balancer balancer : balancers) {
            int b = balancer.index;
            double share = offered > 0 ? load.offered[b][i] / offered : 1.0 / load.offered.length;
            to.answered()[b][i] += share * flow.answered() * step.counted();
            to.failed()[b][i] += share * flow.failed() * step.counted();
            to.rate()[b][i] = (float) (share * flow.answered());
            double given = Math.min(share * working, room(balancer, i));
            to.sessions()[b][i] = (float) Math.max(given, leaving(balancer, i, step.seconds()));
            to.queue()[b][i] = (float) (share * present - given);
        }
    }

    /// Requests that a server may be given at once by all balancers.
    private double limit(int server) {
        double sum = 0;
        for (Balancer balancer : balancers) {
            sum += room(balancer, server);
        }
        return sum;
    }

    private static double room(Balancer by, int server) {
        int limit = by.limit(server);
        return limit == 0 ? Double.POSITIVE_INFINITY : limit;
    }

    /// What is still in flight of a server that gets no more; slow answers take some seconds.
    private double leaving(Balancer by, int server, double seconds) {
        return by.admin(server) == Balancer.READY
                ? 0
                : inside[by.index][server] * Math.exp(-seconds / LEAVING);
    }
}
