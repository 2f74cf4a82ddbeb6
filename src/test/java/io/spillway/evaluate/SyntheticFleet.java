package io.spillway.evaluate;

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

/// A pool whose capacity is planted: CPU is background plus so much a request plus noise. Load is a
/// level of its own for each server, a slow wave, and noise with memory; late in the run hogs
/// appear on a quarter of the servers, and at its end all load rises by half.
final class SyntheticFleet {
    static final long STEP = 15_000;
    static final double LIMIT = 0.7;

    /// When the run begins, epoch milliseconds.
    static final long START = 1_795_000_000_000L;

    private static final double SAMPLES_PER_WAVE = 6 * 3_600_000.0 / STEP;
    private static final double MEMORY = 0.9;
    private static final double ROUGHNESS = 0.06;
    private static final double NOISE = 0.02;
    private static final int MINUTE = 4;

    private final Random random;
    private final int samples;
    private final boolean eventful;
    private final List<Pool> pools;
    private final List<Server> servers = new ArrayList<>();
    private final double[] slope;
    private final double[] background;
    private final double[] level;
    private final double[] wander;
    private final double[] hog;
    private final double[] shown;
    private final int[] hogAt;

    /// @param eventful whether hogs and the rise at the end come
    SyntheticFleet(int size, int samples, boolean eventful, long seed) {
        this.random = new Random(seed);
        this.samples = samples;
        this.eventful = eventful;
        this.pools =
                List.of(
                        new Pool(
                                "web",
                                "web",
                                LIMIT,
                                0,
                                List.of(),
                                new Match(Match.By.ADDRESS, "", "")));
        slope = new double[size];
        background = new double[size];
        level = new double[size];
        wander = new double[size];
        hog = new double[size];
        shown = new double[size];
        hogAt = new int[size];
        Arrays.fill(hogAt, Integer.MAX_VALUE);
        for (int i = 0; i < size; i++) {
            servers.add(new Server("web", "s" + i, ""));
            slope[i] = 0.001 * Math.exp(0.35 * random.nextGaussian());
            background[i] = 0.03 + 0.09 * random.nextDouble();
            level[i] = 150 + 200 * random.nextDouble();
            wander[i] = ROUGHNESS * random.nextGaussian();
            if (eventful && i % 4 == 0) {
                hog[i] = 0.15 + 0.2 * random.nextDouble();
                hogAt[i] = (int) (samples * (0.55 + 0.25 * random.nextDouble()));
            }
        }
    }

    int size() {
        return slope.length;
    }

    int samples() {
        return samples;
    }

    /// The sample at which a hog appears on a server, beyond the end if none does.
    int hogAt(int i) {
        return hogAt[i];
    }

    /// How much CPU a server's hog brought in its first minute: less than it wanted if the machine
    /// was nearly full, nothing while it has not come.
    double shown(int i) {
        return shown[i];
    }

    /// Requests per second at which the server is at the limit.
    double capacity(int i, int sample) {
        double beside = background[i] + (sample >= hogAt[i] ? hog[i] : 0);
        return (LIMIT - beside) / slope[i];
    }

    /// The readings of the next sample; to be asked for in order.
    FleetState next(int sample) {
        int n = size();
        int metrics = Metric.values().length;
        float[][] values = new float[metrics][n];
        long[][] times = new long[metrics][n];
        byte[][] quality = new byte[metrics][n];
        long time = START + sample * STEP;
        double wave = 1 + 0.15 * Math.sin(2 * Math.PI * sample / SAMPLES_PER_WAVE);
        double rise = eventful && sample >= 0.85 * samples ? 1.5 : 1;
        for (int m = 0; m < metrics; m++) {
            Arrays.fill(times[m], time);
            Arrays.fill(quality[m], (byte) Quality.NO_SOURCE.ordinal());
        }
        Arrays.fill(quality[Metric.CPU.ordinal()], (byte) Quality.LIVE.ordinal());
        Arrays.fill(quality[Metric.REQUESTS.ordinal()], (byte) Quality.LIVE.ordinal());
        for (int i = 0; i < n; i++) {
            double fresh = ROUGHNESS * Math.sqrt(1 - MEMORY * MEMORY) * random.nextGaussian();
            wander[i] = MEMORY * wander[i] + fresh;
            double load = level[i] * wave * rise * Math.max(0.05, 1 + wander[i]);
            double traffic = background[i] + slope[i] * load;
            double beside = sample >= hogAt[i] ? hog[i] : 0;
            if (sample >= hogAt[i] && sample - hogAt[i] < MINUTE) {
                shown[i] += (Math.min(1, traffic + beside) - Math.min(1, traffic)) / MINUTE;
            }
            double cpu = traffic + beside + NOISE * random.nextGaussian();
            values[Metric.REQUESTS.ordinal()][i] = (float) load;
            values[Metric.CPU.ordinal()][i] = (float) Math.clamp(cpu, 0.01, 1);
        }
        return new FleetState(time, pools, servers, values, times, quality, List.of());
    }
}
