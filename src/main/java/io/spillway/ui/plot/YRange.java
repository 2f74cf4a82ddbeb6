package io.spillway.ui.plot;

import io.spillway.ui.plot.PlotSeries.Kind;
import java.util.List;
import java.util.function.Predicate;

/// The upper end of a y axis that follows the data: it grows at once, and shrinks only when the
/// data need less than half of it, so that the picture does not jump.
final class YRange {
    private static final double HEADROOM = 1.06;
    private static final double FAR_LIMIT = 2.5;
    private static final double SHRINK = 0.45;
    private static final double FAR_EXPECTED = 1.25;

    private double fixed = Double.NaN;
    private double top = 1;
    private int steps;

    /// The upper end from now on, NaN to follow the data.
    void fix(double max) {
        fixed = max;
    }

    /// The upper end for the values that are shown from `start` to `end`.
    ///
    /// @param most steps between labels
    double top(List<PlotSeries> series, List<Limit> limits, long start, long end, int most) {
        if (!Double.isNaN(fixed)) {
            return fixed;
        }
        double highest = highest(series, start, end, Kind::measured);
        double expected = highest(series, start, end, k -> k == Kind.CONE || k == Kind.DASHED);
        double need = Math.max(highest, highest(series, start, end, k -> k == Kind.USUAL));
        double far = Math.max(highest, Math.min(expected, highest * FAR_LIMIT)) * FAR_LIMIT;
        for (Limit limit : limits) {
            if (limit.value() <= far) {
                need = Math.max(need, limit.value());
            }
        }
        // A cone that opens wide must not press what was measured flat.
        need = Math.max(need, Math.min(expected, need * FAR_EXPECTED));
        if (need > 0 && (most != steps || need > top || need * HEADROOM < top * SHRINK)) {
            top = Ticks.top(need * HEADROOM, most);
            steps = most;
        }
        return top;
    }

    private static double highest(
            List<PlotSeries> series, long start, long end, Predicate<Kind> which) {
        float highest = 0;
        for (PlotSeries s : series) {
            if (!which.test(s.kind())) {
                continue;
            }
            int from = Profile.lastNotAfter(s.times(), (double) start);
            for (int i = from; i < s.times().length && s.times()[i] <= end; i++) {
                if (s.high()[i] > highest) {
                    highest = s.high()[i];
                }
            }
        }
        return highest;
    }
}
