package io.spillway.alarm.signal;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import java.util.Arrays;

/// Learns how often each metric of each pool is sampled, from the sample times of one server. For
/// one thread.
final class Pace {
    private static final int METRICS = Metric.values().length;
    private static final int KEPT = 3;

    private long version = -1;
    private int[] server = new int[0];
    private long[] last = new long[0];
    private long[] steps = new long[0];

    /// Takes a tick in.
    void read(FleetState fleet, Seats seats) {
        int pools = fleet.pools().size();
        if (version != seats.version()) {
            version = seats.version();
            server = new int[pools * METRICS];
            last = new long[pools * METRICS];
            steps = new long[pools * METRICS * KEPT];
            Arrays.fill(server, Seats.NONE);
        }
        for (int p = 0; p < pools; p++) {
            for (int m = 0; m < METRICS; m++) {
                read(fleet.sampleTimes()[m], seats, p, p * METRICS + m);
            }
        }
    }

    private void read(long[] times, Seats seats, int pool, int cell) {
        if (server[cell] == Seats.NONE || times[server[cell]] == 0) {
            server[cell] = sampled(times, seats, pool);
            last[cell] = 0;
        }
        if (server[cell] == Seats.NONE) {
            return;
        }
        long time = times[server[cell]];
        if (last[cell] > 0 && time > last[cell]) {
            int at = cell * KEPT;
            System.arraycopy(steps, at, steps, at + 1, KEPT - 1);
            steps[at] = time - last[cell];
        }
        last[cell] = time;
    }

    private static int sampled(long[] times, Seats seats, int pool) {
        for (int at = seats.begin(pool); at < seats.end(pool); at++) {
            if (times[seats.at(at)] > 0) {
                return seats.at(at);
            }
        }
        return Seats.NONE;
    }

    /// Milliseconds between samples, not less than between ticks: the middle of the last three.
    ///
    /// @param tick milliseconds between ticks, taken where nothing was learnt
    long interval(int pool, Metric metric, long tick) {
        int at = (pool * METRICS + metric.ordinal()) * KEPT;
        long a = steps[at];
        long b = steps[at + 1];
        long c = steps[at + 2];
        long middle = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        return Math.max(tick, middle);
    }
}
