package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import java.util.Arrays;
import java.util.List;

/// The fleet's recent past in memory: 15 minutes of CPU and requests per server and 3,600 ticks of
/// figures over the fleet. Only live values count. For one thread.
///
/// Percentiles are by nearest rank: the smallest value that at least that share of the servers does
/// not exceed.
public final class History {
    /// Ticks kept of the figures over the fleet, missed ticks included once each.
    public static final int TICKS = 3_600;

    /// How long a server's own values are kept, milliseconds.
    public static final long TAIL = 15 * 60_000L;

    private final long interval;

    /// However far apart the ticks are, a mean needs some of them.
    private static final int FEWEST = 20;

    private final int tailLength;
    private final Tails tails;
    private final long[] times = new long[TICKS];
    private final float[] requests = new float[TICKS];
    private final float[] low = new float[TICKS];
    private final float[] median = new float[TICKS];
    private final float[] high = new float[TICKS];
    private final float[] max = new float[TICKS];
    private final Hottest hottest = new Hottest();
    private float[] latest = new float[0];
    private float[] sorted = new float[0];
    private List<Server> servers = List.of();
    private long count;

    /// An empty past.
    ///
    /// @param interval between ticks, milliseconds, above 0
    public History(long interval) {
        if (interval <= 0) {
            throw new IllegalArgumentException("The interval must be above 0, not " + interval);
        }
        this.interval = interval;
        this.tailLength = Math.clamp(TAIL / interval, FEWEST, TICKS);
        this.tails = new Tails(tailLength);
    }

    /// Takes a tick in. A tick that is not later than the last one is ignored; one that comes more
    /// than one and a half intervals after the last leaves a gap between them.
    public void add(FleetState state) {
        if (count > 0) {
            long last = times[Ring.place(count - 1, TICKS)];
            if (state.time() <= last) {
                return;
            }
            if (state.time() - last > interval + interval / 2) {
                addGap(last + interval);
            }
        }
        servers = state.servers();
        tails.open(Ring.place(count, tailLength));
        tails.seat(servers);
        addTick(state);
    }

    private void addGap(long time) {
        tails.open(Ring.place(count, tailLength));
        write(time, Float.NaN, 0);
    }

    private void addTick(FleetState state) {
        int n = servers.size();
        if (sorted.length < n) {
            sorted = new float[n];
            latest = new float[n];
        }
        int place = Ring.place(count, tailLength);
        int live = 0;
        int answering = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            float cpu = live(state, Metric.CPU, i);
            float load = live(state, Metric.REQUESTS, i);
            tails.put(place, i, cpu, load);
            latest[i] = cpu;
            if (!Float.isNaN(cpu)) {
                sorted[live++] = cpu;
            }
            if (!Float.isNaN(load)) {
                answering++;
                sum += load;
            }
        }
        hottest.name(servers, latest);
        Arrays.sort(sorted, 0, live);
        write(state.time(), answering > 0 ? (float) sum : Float.NaN, live);
    }

    private void write(long time, float load, int live) {
        int place = Ring.place(count, TICKS);
        times[place] = time;
        requests[place] = load;
        low[place] = percentile(5, live);
        median[place] = percentile(50, live);
        high[place] = percentile(95, live);
        max[place] = percentile(100, live);
        count++;
    }

    private float percentile(int percent, int live) {
        return live == 0 ? Float.NaN : sorted[(percent * live + 99) / 100 - 1];
    }

    private static float live(FleetState state, Metric metric, int index) {
        return state.quality(metric, index) == Quality.LIVE
                ? state.value(metric, index)
                : Float.NaN;
    }

    /// The past of the fleet, as a copy.
    public Window window() {
        int size = (int) Math.min(count, TICKS);
        return new Window(
                Ring.copy(times, count, size),
                Ring.copy(requests, count, size),
                Ring.copy(low, count, size),
                Ring.copy(median, count, size),
                Ring.copy(high, count, size),
                Ring.copy(max, count, size),
                hottest.indices().stream().map(i -> trace(i, size)).toList());
    }

    private Window.Trace trace(int index, int size) {
        return new Window.Trace(
                servers.get(index).name(), Ring.copyKnown(tails.cpu(index), count, size));
    }

    /// The mean of a server's live values since a time, NaN if there is none.
    ///
    /// @param metric [Metric#CPU] or [Metric#REQUESTS]; nothing else is kept
    /// @param pool the pool's name
    /// @param server the server's name
    /// @param since epoch milliseconds; the value at this time counts
    public float mean(Metric metric, String pool, String server, long since) {
        float[] ring =
                switch (metric) {
                    case CPU -> tails.cpu(pool, server);
                    case REQUESTS -> tails.requests(pool, server);
                    default ->
                            throw new IllegalArgumentException(
                                    "The history keeps CPU and requests, not " + metric);
                };
        if (ring == null) {
            return Float.NaN;
        }
        double sum = 0;
        int n = 0;
        long oldest = Math.max(0, count - tailLength);
        for (long at = count - 1; at >= oldest && times[Ring.place(at, TICKS)] >= since; at--) {
            float value = ring[Ring.place(at, tailLength)];
            if (!Float.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? Float.NaN : (float) (sum / n);
    }
}
