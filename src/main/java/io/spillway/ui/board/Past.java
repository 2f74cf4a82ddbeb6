package io.spillway.ui.board;

import io.spillway.history.Window;
import io.spillway.history.Window.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Joins the last hour, the coarser last day and what is still coarser beyond it to what a stretch
/// of time needs: what the eye cannot tell apart is not drawn.
public final class Past {
    private static final long FINE_UP_TO = 2 * 3_600_000;
    private static final long DAYS_UP_TO = 48 * 3_600_000;
    private static final long SLACK = 60_000;

    private Past() {}

    /// What to draw.
    ///
    /// @param far what is known from before the day
    /// @param from the left edge of the stretch, epoch milliseconds
    /// @param length of the stretch, milliseconds
    public static Window of(Window hour, Window day, Window far, long from, long length) {
        Window near = near(hour, day, from, length);
        int older = far.times().length;
        if (older == 0 || begins(near) <= Math.max(from + SLACK, far.times()[0])) {
            return near;
        }
        long last = far.times()[older - 1];
        if (last < begins(near) - SLACK) {
            // Nothing may bridge what nobody has asked for yet.
            return from <= last && from + length < begins(near) ? far : near;
        }
        return length <= DAYS_UP_TO
                ? join(far, after(far, begins(near)), near, 0)
                : join(far, older, near, after(near, last + 1));
    }

    private static long begins(Window window) {
        return window.times().length == 0 ? Long.MAX_VALUE : window.times()[0];
    }

    private static Window near(Window hour, Window day, long from, long length) {
        int fine = hour.times().length;
        if (day.times().length == 0 || (fine > 0 && hour.times()[0] <= from + SLACK)) {
            return hour;
        }
        if (fine == 0) {
            return day;
        }
        if (length <= FINE_UP_TO) {
            return join(day, after(day, hour.times()[0]), hour, 0);
        }
        long last = day.times()[day.times().length - 1];
        return join(day, day.times().length, hour, after(hour, last + 1));
    }

    /// The index of the first sample not before `time`.
    private static int after(Window w, long time) {
        int at = Arrays.binarySearch(w.times(), time);
        return at < 0 ? -at - 1 : at;
    }

    /// The first `n` samples of one, then those of the other from `from` on.
    private static Window join(Window a, int n, Window b, int from) {
        int rest = b.times().length - from;
        long[] times = Arrays.copyOf(a.times(), n + rest);
        System.arraycopy(b.times(), from, times, n, rest);
        List<Trace> traces = new ArrayList<>();
        Stream.concat(b.outliers().stream(), a.outliers().stream())
                .map(Trace::server)
                .distinct()
                .limit(3)
                .forEach(s -> traces.add(trace(s, a, n, b, from)));
        return new Window(
                times,
                join(a.requests(), n, b.requests(), from),
                join(a.cpuLow(), n, b.cpuLow(), from),
                join(a.cpuMedian(), n, b.cpuMedian(), from),
                join(a.cpuHigh(), n, b.cpuHigh(), from),
                join(a.cpuMax(), n, b.cpuMax(), from),
                traces);
    }

    private static Trace trace(String server, Window a, int n, Window b, int from) {
        return new Trace(server, join(of(server, a), n, of(server, b), from));
    }

    private static float[] of(String server, Window w) {
        for (Trace trace : w.outliers()) {
            if (trace.server().equals(server)) {
                return trace.cpu();
            }
        }
        float[] unknown = new float[w.times().length];
        Arrays.fill(unknown, Float.NaN);
        return unknown;
    }

    private static float[] join(float[] a, int n, float[] b, int from) {
        float[] all = Arrays.copyOf(a, n + b.length - from);
        System.arraycopy(b, from, all, n, b.length - from);
        return all;
    }
}
