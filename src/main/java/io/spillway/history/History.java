package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Server;
import java.util.List;

/// The past in memory: 15 minutes of every metric of every server, and aggregates of requests, CPU,
/// latency and errors over each pool and the fleet for an hour of ticks, a day of 10-s steps and 28
/// days of minutes. Only live values count; where nothing was known there is NaN. For one thread.
///
/// All of one subject takes 4.1 MB, all of one server 22 kB at ticks of a second.
public final class History {
    /// Ticks kept of the aggregates, missed ticks included once each.
    public static final int TICKS = 3_600;

    /// How long a server's own values are kept, milliseconds.
    public static final long TAIL = 15 * 60_000L;

    /// However far apart the ticks are, a mean needs some of them.
    private static final int FEWEST = 20;

    /// A tick that lies further back than this was not late: the clock was set back. Milliseconds.
    public static final long SET_BACK = 10_000;

    private final long interval;
    private final Tails tails;
    private final Aggregates aggregates = new Aggregates();
    private final Windows windows = new Windows(aggregates);
    private final Overview overview = new Overview(aggregates.minutes());
    private final Hottest hottest = new Hottest();
    private List<Server> servers = List.of();

    /// An empty past.
    ///
    /// @param interval between ticks, milliseconds, above 0
    public History(long interval) {
        if (interval <= 0) {
            throw new IllegalArgumentException("The interval must be above 0, not " + interval);
        }
        this.interval = interval;
        this.tails = new Tails(Math.clamp(TAIL / interval, FEWEST, TICKS));
    }

    /// Takes a tick in. One that is not later than the last is ignored, unless it is earlier by
    /// more than 10 s: then the clock was set back, and what lies ahead of it is forgotten. One
    /// that comes more than one and a half intervals after the last leaves a gap between them.
    public void add(FleetState state) {
        long time = state.time();
        long since = time;
        TickAxis axis = tails.axis();
        if (axis.size() > 0) {
            long last = axis.last();
            if (time <= last && last - time <= SET_BACK) {
                return;
            }
            if (time <= last) {
                aggregates.dropFrom(time);
                axis.dropFrom(time);
            } else if (time - last > interval + interval / 2) {
                aggregates.addGap(last + interval);
                tails.addGap(last + interval);
            } else {
                since = last;
            }
        }
        servers = state.servers();
        tails.add(state);
        hottest.name(servers, state);
        aggregates.add(state, since);
    }

    /// What there is of pools and the fleet. Changes with each tick.
    public Aggregates aggregates() {
        return aggregates;
    }

    /// The past of the fleet, as a copy: the ticks of the last hour, and what is known of the hour
    /// from before they began, in steps of 10 s.
    public Window window() {
        return windows.hour(
                size -> hottest.indices().stream().map(i -> trace(servers.get(i), size)).toList());
    }

    private Window.Trace trace(Server server, int size) {
        int seat = tails.seat(server.pool(), server.name());
        return new Window.Trace(server.name(), tails.copy(Metric.CPU, seat, size));
    }

    /// The last day of the fleet in steps of half a minute, from the first that is known on. The
    /// same object until a step of 10 s has ended or [Aggregates#fills] has changed.
    public Window day() {
        return windows.day();
    }

    /// The fleet from one time to another within the last 28 days, in steps of at least a minute,
    /// the longer the stretch the longer; at most 6,000 points. A step longer than a minute has two
    /// points, at its middle and its end: of requests and the median the least and the greatest
    /// minute in their order, of `cpuLow` the least twice, of the others the greatest twice.
    ///
    /// @param from epoch milliseconds
    /// @param to epoch milliseconds; the last step may reach beyond it, but is over
    public Window window(long from, long to) {
        return overview.of(from, to);
    }

    /// A server's own values over the last 15 minutes, NaN where they were not live; empty if the
    /// server was not seen lately.
    public Series tail(Metric metric, String pool, String server) {
        int seat = tails.seat(pool, server);
        int size = seat < 0 ? 0 : tails.axis().size();
        return new Series(tails.axis().copy(0, size), tails.copy(metric, seat, size));
    }

    /// The mean of a server's live values since a time, NaN if there is none.
    ///
    /// @param pool the pool's name
    /// @param server the server's name
    /// @param since epoch milliseconds; the value at this time counts
    public float mean(Metric metric, String pool, String server, long since) {
        int seat = tails.seat(pool, server);
        double sum = 0;
        int n = 0;
        for (int i = tails.axis().size() - 1; i >= 0 && tails.axis().time(i) >= since; i--) {
            float value = tails.value(metric, seat, i);
            if (!Float.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? Float.NaN : (float) (sum / n);
    }
}
