package io.spillway.bench;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A large fleet, tick by tick: pools of 60, 30 and 10 % of the servers on two balancers, every
/// value a little different each tick. Made beforehand, since making it up is no part of drawing.
///
/// @param ticks used over and over
record FleetData(List<FleetState> ticks) {
    private static final int TICKS = 30;
    private static final double[] SHARES = {0.6, 0.3, 0.1};
    private static final double[] TYPICAL = {0.55, 400, 20, 0.4, 0.002, 0.2};

    /// @param time of the first tick, epoch milliseconds; one a second
    static FleetData of(int servers, long time) {
        List<Pool> pools = new ArrayList<>();
        List<Server> all = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        for (int p = 0; p < SHARES.length; p++) {
            String name = List.of("web", "api", "checkout").get(p);
            Match match = new Match(Match.By.LABEL, "server", "");
            pools.add(new Pool(name, name, 0.9, 1, List.of("lb-1", "lb-2"), match));
            for (int i = 0; i < Math.round(servers * SHARES[p]); i++) {
                String server = "%s-%05d".formatted(name, i);
                all.add(new Server(name, server, "10.0.0.1:8080"));
                slots.add(new Slot(name, server, "", 100, 100, AdminState.READY, OperState.UP));
            }
        }
        List<BalancerState> balancers = new ArrayList<>();
        for (String name : List.of("lb-1", "lb-2")) {
            balancers.add(new BalancerState(name, "2.6", 1, 1, time, slots));
        }
        List<FleetState> ticks = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            ticks.add(state(time + 1_000L * tick, pools, all, balancers));
        }
        return new FleetData(ticks);
    }

    private static FleetState state(
            long time, List<Pool> pools, List<Server> servers, List<BalancerState> balancers) {
        int metrics = Metric.values().length;
        int n = servers.size();
        float[][] values = new float[metrics][n];
        long[][] times = new long[metrics][n];
        SplittableRandom base = new SplittableRandom(5);
        SplittableRandom noise = new SplittableRandom(time);
        for (int m = 0; m < metrics; m++) {
            for (int i = 0; i < n; i++) {
                double level = TYPICAL[m] * (0.7 + 0.6 * base.nextDouble());
                values[m][i] = (float) (level * (0.97 + 0.06 * noise.nextDouble()));
                times[m][i] = time - 500;
            }
        }
        return new FleetState(time, pools, servers, values, times, new byte[metrics][n], balancers);
    }

    FleetState at(int tick) {
        return ticks.get(tick % ticks.size());
    }
}
