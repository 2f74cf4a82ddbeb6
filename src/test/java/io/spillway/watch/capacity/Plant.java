package io.spillway.watch.capacity;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Servers of one pool whose cost of a request, background and load are set by the test.
final class Plant {
    static final long START = 1_795_000_000_000L;
    static final double LIMIT = 0.9;

    final double[] slope;
    final double[] background;
    final double[] level;
    private final double[] wander;
    private final long[] seeds;
    private final Random common;
    private double swell;
    private long time = START;

    /// Load of all against usual.
    double rise = 1;

    /// Cost of a request against usual.
    double cost = 1;

    double noise = 0.02;

    Plant(int size, long seed) {
        Random random = new Random(seed);
        common = new Random(seed + 1);
        slope = new double[size];
        background = new double[size];
        level = new double[size];
        wander = new double[size];
        seeds = new long[size];
        for (int i = 0; i < size; i++) {
            slope[i] = 0.001 * Math.exp(0.3 * random.nextGaussian());
            background[i] = 0.03 + 0.09 * random.nextDouble();
            level[i] = 150 + 150 * random.nextDouble();
            seeds[i] = random.nextLong();
        }
    }

    long time() {
        return time;
    }

    double capacity(int i, double limit) {
        return (limit - background[i]) / slope[i];
    }

    /// The next tick of all servers.
    FleetState tick(long step) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < slope.length; i++) {
            all.add(i);
        }
        return tick(step, all);
    }

    /// The next tick, of these servers in this order. What a server shows does not depend on who
    /// else is there.
    FleetState tick(long step, List<Integer> present) {
        time += step;
        double memory = Math.pow(0.9, step / 15_000.0);
        double fresh = Math.sqrt(1 - memory * memory);
        swell = memory * swell + 0.05 * fresh * common.nextGaussian();
        FleetState state = blank(time, present.stream().map(Plant::server).toList());
        for (int i = 0; i < slope.length; i++) {
            Random random = new Random(seeds[i] ^ time * 0x9E3779B97F4A7C15L);
            wander[i] = memory * wander[i] + 0.04 * fresh * random.nextGaussian();
            double load = level[i] * rise * (1 + swell + wander[i]);
            double cpu = background[i] + slope[i] * cost * load + noise * random.nextGaussian();
            int at = present.indexOf(i);
            if (at >= 0) {
                put(state, at, load, cpu);
            }
        }
        return state;
    }

    /// Many ticks of all servers.
    void run(ServerEstimator estimator, int ticks) {
        for (int t = 0; t < ticks; t++) {
            estimator.add(tick(ServerEstimator.STEP));
        }
    }

    static Server server(int i) {
        return new Server("web", "s" + i, "");
    }

    static FleetState blank(long time, List<Server> servers) {
        int metrics = Metric.values().length;
        int n = servers.size();
        byte[][] quality = new byte[metrics][n];
        for (byte[] column : quality) {
            Arrays.fill(column, (byte) Quality.MISSING.ordinal());
        }
        float[][] values = new float[metrics][n];
        for (float[] column : values) {
            Arrays.fill(column, Float.NaN);
        }
        return new FleetState(
                time,
                List.of(pool("web")),
                servers,
                values,
                new long[metrics][n],
                quality,
                List.of());
    }

    static Pool pool(String name) {
        Match match = new Match(Match.By.ADDRESS, "", "");
        return new Pool(name, name, LIMIT, 0, List.of(), match);
    }

    static void put(FleetState state, int at, double load, double cpu) {
        put(state, Metric.REQUESTS, at, load, state.time(), Quality.LIVE);
        put(state, Metric.CPU, at, Math.clamp(cpu, 0.01, 1), state.time(), Quality.LIVE);
    }

    static void put(
            FleetState state, Metric metric, int at, double value, long time, Quality quality) {
        state.values()[metric.ordinal()][at] = (float) value;
        state.sampleTimes()[metric.ordinal()][at] = time;
        state.quality()[metric.ordinal()][at] = (byte) quality.ordinal();
    }
}
