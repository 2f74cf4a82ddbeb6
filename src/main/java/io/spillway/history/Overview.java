package io.spillway.history;

import io.spillway.fleet.Metric;
import java.util.Arrays;
import java.util.List;

/// Any stretch of the last 28 days of the fleet, in steps of as many minutes as it takes not to
/// have too many of them. A step of several minutes has two points, so that both the least and the
/// greatest minute can be seen.
final class Overview {
    private static final int MOST = 3_000;
    private static final int[] MINUTES = {1, 2, 5, 10, 15};
    private static final int REQUESTS = Columns.of(Metric.REQUESTS, Statistic.SUM);
    private static final int CPU = Columns.of(Metric.CPU, Statistic.LOW);
    private static final int CPU_MAX = Columns.of(Metric.CPU, Statistic.MAX);

    private final Steps minutes;

    Overview(Steps minutes) {
        this.minutes = minutes;
    }

    /// What is known from one time to another, from the first that is known on.
    Window of(long from, long to) {
        if (!minutes.known() || to <= from) {
            return Window.empty();
        }
        long oldest = minutes.from(from);
        long after = minutes.from(to);
        int each = each(after - oldest);
        long first = Math.floorDiv(oldest, each);
        long end = Math.min(Math.ceilDiv(after, each), Math.floorDiv(minutes.newest() + 1, each));
        return end <= first ? Window.empty() : new Cut(each, first, end).window();
    }

    private static int each(long steps) {
        for (int each : MINUTES) {
            if (steps <= (long) MOST * each) {
                return each;
            }
        }
        return MINUTES[MINUTES.length - 1];
    }

    /// Steps from number `first` to `end`, each of `each` minutes.
    private final class Cut {
        private final int each;
        private final long first;
        private final int points;

        Cut(int each, long first, long end) {
            this.each = each;
            this.first = first;
            this.points = (int) (end - first) * (each > 1 ? 2 : 1);
        }

        Window window() {
            float[] requests = swings(REQUESTS);
            float[] max = extremes(CPU_MAX, true);
            int skip = 0;
            while (skip < points && Float.isNaN(requests[skip]) && Float.isNaN(max[skip])) {
                skip++;
            }
            return new Window(
                    Arrays.copyOfRange(times(), skip, points),
                    rest(requests, skip),
                    rest(extremes(CPU, false), skip),
                    rest(swings(CPU + 1), skip),
                    rest(extremes(CPU + 2, true), skip),
                    rest(max, skip),
                    List.of());
        }

        private float[] rest(float[] values, int skip) {
            return Arrays.copyOfRange(values, skip, points);
        }

        private long[] times() {
            long step = Resolution.MINUTE.step();
            long[] times = new long[points];
            for (int i = 0; i < points; i++) {
                times[i] =
                        each == 1
                                ? (first + i + 1) * step
                                : first * each * step + (i + 1L) * each * step / 2;
            }
            return times;
        }

        /// The least or the greatest of each step, at each of its points.
        private float[] extremes(int column, boolean greatest) {
            float[] values = new float[points];
            int pair = each > 1 ? 2 : 1;
            for (int i = 0; i < points; i++) {
                long from = (first + i / pair) * each;
                values[i] =
                        i % pair == 1
                                ? values[i - 1]
                                : minutes.extreme(column, from, from + each, greatest);
            }
            return values;
        }

        /// The least and the greatest of each step, in the order in which they came.
        private float[] swings(int column) {
            if (each == 1) {
                return minutes.copy(column, first, first + points);
            }
            long from = first * each;
            float[] fine = minutes.copy(column, from, from + points / 2L * each);
            float[] values = new float[points];
            for (int i = 0; i < points; i += 2) {
                swing(fine, i / 2 * each, values, i);
            }
            return values;
        }

        private void swing(float[] fine, int from, float[] values, int i) {
            int least = from;
            int greatest = from;
            for (int at = from + 1; at < from + each; at++) {
                least = fine[at] < fine[least] || Float.isNaN(fine[least]) ? at : least;
                greatest = fine[at] > fine[greatest] || Float.isNaN(fine[greatest]) ? at : greatest;
            }
            values[i] = fine[Math.min(least, greatest)];
            values[i + 1] = fine[Math.max(least, greatest)];
        }
    }
}
