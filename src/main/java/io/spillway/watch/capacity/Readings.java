package io.spillway.watch.capacity;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import java.util.Arrays;

/// Sums up the live readings of CPU and requests of every seat until a step ends.
final class Readings {
    private static final int CPU = Metric.CPU.ordinal();
    private static final int REQUESTS = Metric.REQUESTS.ordinal();
    private static final byte LIVE = (byte) Quality.LIVE.ordinal();

    private double[] cpu = {};
    private double[] load = {};
    private int[] cpuCount = {};
    private int[] loadCount = {};
    private long[] cpuTime = {};
    private long[] loadTime = {};

    void grow(int size) {
        if (size > cpu.length) {
            int room = Math.max(size, cpu.length + cpu.length / 2);
            cpu = Arrays.copyOf(cpu, room);
            load = Arrays.copyOf(load, room);
            cpuCount = Arrays.copyOf(cpuCount, room);
            loadCount = Arrays.copyOf(loadCount, room);
            cpuTime = Arrays.copyOf(cpuTime, room);
            loadTime = Arrays.copyOf(loadTime, room);
        }
    }

    void clear(int seat) {
        take(seat);
        cpuTime[seat] = 0;
        loadTime[seat] = 0;
    }

    /// Takes in what a tick says that is live and was not said before.
    void add(FleetState state, Seats seats) {
        float[] cpus = state.values()[CPU];
        float[] loads = state.values()[REQUESTS];
        long[] cpuTimes = state.sampleTimes()[CPU];
        long[] loadTimes = state.sampleTimes()[REQUESTS];
        byte[] cpuQuality = state.quality()[CPU];
        byte[] loadQuality = state.quality()[REQUESTS];
        for (int i = 0; i < cpus.length; i++) {
            int seat = seats.place(i);
            if (cpuQuality[i] == LIVE && cpuTimes[i] > cpuTime[seat] && cpus[i] >= 0) {
                cpuTime[seat] = cpuTimes[i];
                cpu[seat] += Math.min(cpus[i], 1);
                cpuCount[seat]++;
            }
            if (loadQuality[i] == LIVE
                    && loadTimes[i] > loadTime[seat]
                    && loads[i] >= 0
                    && loads[i] < Float.POSITIVE_INFINITY) {
                loadTime[seat] = loadTimes[i];
                load[seat] += loads[i];
                loadCount[seat]++;
            }
        }
    }

    /// True if both were read since the last [#take].
    boolean complete(int seat) {
        return cpuCount[seat] > 0 && loadCount[seat] > 0;
    }

    /// Mean CPU since the last [#take].
    double cpu(int seat) {
        return cpu[seat] / cpuCount[seat];
    }

    /// Mean requests per second since the last [#take].
    double load(int seat) {
        return load[seat] / loadCount[seat];
    }

    /// Begins anew.
    void take(int seat) {
        cpu[seat] = 0;
        load[seat] = 0;
        cpuCount[seat] = 0;
        loadCount[seat] = 0;
    }
}
