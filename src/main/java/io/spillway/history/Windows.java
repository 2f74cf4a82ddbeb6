package io.spillway.history;

import io.spillway.fleet.Metric;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Makes the windows that plots show.
final class Windows {
    private static final long HOUR = 3_600_000;

    /// Ten-second steps in one of the day.
    private static final int FEW = 3;

    private static final int DAY = Resolution.TEN_SECONDS.length() / FEW;
    private static final int REQUESTS = Columns.of(Metric.REQUESTS, Statistic.SUM);
    private static final int CPU = Columns.of(Metric.CPU, Statistic.LOW);
    private static final int CPU_MAX = Columns.of(Metric.CPU, Statistic.MAX);

    private final Aggregates aggregates;
    private final Ticks ticks;
    private final Steps steps;
    private @Nullable Window day;
    private long dayOf;
    private long dayFills;

    Windows(Aggregates aggregates) {
        this.aggregates = aggregates;
        ticks = aggregates.ticks();
        steps = aggregates.tens();
    }

    /// Every tick kept and, where these reach back less than an hour, what steps of ten seconds
    /// know of the hour before them.
    ///
    /// @param outliers makes the traces for a number of times
    Window hour(IntFunction<List<Window.Trace>> outliers) {
        TickAxis axis = ticks.axis();
        int size = axis.size();
        long end = size > 0 ? before(axis.first()) : steps.known() ? steps.newest() + 1 : 0;
        long from = end - earlier(size, end);
        int older = (int) (end - from);
        long[] times = new long[older + size];
        for (int i = 0; i < older; i++) {
            times[i] = time(from + i);
        }
        System.arraycopy(axis.copy(0, size), 0, times, older, size);
        return new Window(
                times,
                hour(REQUESTS, from, older, size),
                hour(CPU, from, older, size),
                hour(CPU + 1, from, older, size),
                hour(CPU + 2, from, older, size),
                hour(CPU_MAX, from, older, size),
                outliers.apply(older + size));
    }

    private static long time(long number) {
        return (number + 1) * Resolution.TEN_SECONDS.step();
    }

    /// The first step that does not end before a time.
    private static long before(long time) {
        return Math.floorDiv(time - 1, Resolution.TEN_SECONDS.step());
    }

    /// How many steps to show in front of the ticks: back to the first that knows anything.
    private long earlier(int size, long end) {
        if (!steps.known() || size == ticks.axis().length()) {
            return 0;
        }
        long last = size > 0 ? ticks.axis().last() : time(steps.newest());
        long from = Math.min(end, before(last - HOUR) + 1);
        while (from < end && !known(from)) {
            from++;
        }
        return end - from;
    }

    private boolean known(long number) {
        return !Float.isNaN(steps.extreme(REQUESTS, number, number + 1, true))
                || !Float.isNaN(steps.extreme(CPU_MAX, number, number + 1, true));
    }

    private float[] hour(int column, long from, int older, int size) {
        float[] all = new float[older + size];
        System.arraycopy(steps.copy(column, from, from + older), 0, all, 0, older);
        ticks.copy(column, 0, size, all, older);
        return all;
    }

    /// The last day in steps of half a minute, from the first that is known on; the same object
    /// until a step has ended or been filled.
    Window day() {
        long fills = aggregates.fills();
        if (!steps.known()) {
            return Window.empty();
        }
        Window last = day;
        if (last == null || dayOf != steps.newest() || dayFills != fills) {
            last = makeDay();
            day = last;
            dayOf = steps.newest();
            dayFills = fills;
        }
        return last;
    }

    private Window makeDay() {
        long end = Math.floorDiv(steps.newest() + FEW, FEW);
        long from = end - DAY;
        float[] requests = means(REQUESTS, from);
        float[] max = new float[DAY];
        for (int i = 0; i < DAY; i++) {
            max[i] = steps.extreme(CPU_MAX, (from + i) * FEW, (from + i + 1) * FEW, true);
        }
        int skip = 0;
        while (skip < DAY && Float.isNaN(requests[skip]) && Float.isNaN(max[skip])) {
            skip++;
        }
        long[] times = new long[DAY - skip];
        for (int i = 0; i < times.length; i++) {
            times[i] = time((from + skip + i) * FEW + FEW - 1);
        }
        return new Window(
                times,
                rest(requests, skip),
                rest(means(CPU, from), skip),
                rest(means(CPU + 1, from), skip),
                rest(means(CPU + 2, from), skip),
                rest(max, skip),
                List.of());
    }

    private static float[] rest(float[] values, int skip) {
        return java.util.Arrays.copyOfRange(values, skip, values.length);
    }

    private float[] means(int column, long from) {
        float[] fine = steps.copy(column, from * FEW, (from + DAY) * FEW);
        float[] means = new float[DAY];
        for (int i = 0; i < DAY; i++) {
            double sum = 0;
            int known = 0;
            for (int at = i * FEW; at < (i + 1) * FEW; at++) {
                if (!Float.isNaN(fine[at])) {
                    sum += fine[at];
                    known++;
                }
            }
            means[i] = known == 0 ? Float.NaN : (float) (sum / known);
        }
        return means;
    }
}
