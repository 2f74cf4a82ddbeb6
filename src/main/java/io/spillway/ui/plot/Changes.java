package io.spillway.ui.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Finds the stretches of time in which the series of this tick are drawn otherwise than those of
/// the last one.
final class Changes {
    /// Told of each stretch, in columns since the epoch.
    interface Sink {
        void changed(double from, double to);
    }

    private final Sheet sheet;
    private final Sink sink;

    Changes(Sheet sheet, Sink sink) {
        this.sheet = sheet;
        this.sink = sink;
    }

    /// The series in the order of the last tick, if they are the same ones: series that only swap
    /// places need no new picture.
    static List<PlotSeries> inOrder(List<PlotSeries> before, List<PlotSeries> after) {
        if (before.size() != after.size() || comparable(before, after)) {
            return after;
        }
        List<PlotSeries> ordered = new ArrayList<>();
        for (PlotSeries old : before) {
            after.stream().filter(s -> continues(old, s)).findFirst().ifPresent(ordered::add);
        }
        return new HashSet<>(ordered).size() == after.size() ? ordered : after;
    }

    /// True if each series continues the one at its place, so that [#find] makes sense.
    static boolean comparable(List<PlotSeries> before, List<PlotSeries> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!continues(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean continues(PlotSeries a, PlotSeries b) {
        return a.kind() == b.kind() && a.ink() == b.ink() && a.name().equals(b.name());
    }

    /// Reports where two comparable lists differ.
    void find(List<PlotSeries> before, List<PlotSeries> after) {
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                find(before.get(i), after.get(i));
            }
        }
    }

    private void find(PlotSeries before, PlotSeries after) {
        long[] old = before.times();
        long[] now = after.times();
        int i = 0;
        int j = 0;
        while (i < old.length || j < now.length) {
            long a = i < old.length ? old[i] : Long.MAX_VALUE;
            long b = j < now.length ? now[j] : Long.MAX_VALUE;
            if (a < b) {
                touch(before, i++);
            } else if (b < a) {
                touch(after, j++);
            } else {
                int same = same(before, i, after, j);
                i += same;
                j += same;
                if (same == 0) {
                    touch(before, i++);
                    touch(after, j++);
                }
            }
        }
    }

    /// How many points are the same from here on: most of a plot is what it was a tick ago, and
    /// whole arrays are compared many values at a time.
    private static int same(PlotSeries a, int i, PlotSeries b, int j) {
        int most = Math.min(a.times().length - i, b.times().length - j);
        most = upTo(most, Arrays.mismatch(a.times(), i, i + most, b.times(), j, j + most));
        most = upTo(most, Arrays.mismatch(a.low(), i, i + most, b.low(), j, j + most));
        if (!a.kind().area()) {
            return most;
        }
        return upTo(most, Arrays.mismatch(a.high(), i, i + most, b.high(), j, j + most));
    }

    private static int upTo(int most, int mismatch) {
        return mismatch < 0 ? most : mismatch;
    }

    /// A value shapes what lies between its neighbours, and the ends of what joins them there. A
    /// series ends straight, but a value that stands alone is a dot, and a neighbour that is joined
    /// on this side only stands alone with or without this one.
    private void touch(PlotSeries series, int i) {
        int n = series.times().length;
        double x = sheet.x(series.times()[i]);
        double own = Profile.alone(series, i) ? sheet.dot() : 0;
        double from = x - own;
        double to = x + own;
        if (i > 0) {
            double left = sheet.x(series.times()[i - 1]);
            boolean dot = valid(series, i - 1) && (i == 1 || !valid(series, i - 2));
            from = Math.min(from, left - reach(series, dot));
            to = Math.max(to, dot ? left + sheet.dot() : to);
        }
        if (i < n - 1) {
            double right = sheet.x(series.times()[i + 1]);
            boolean dot = valid(series, i + 1) && (i == n - 2 || !valid(series, i + 2));
            from = Math.min(from, dot ? right - sheet.dot() : from);
            to = Math.max(to, right + reach(series, dot));
        }
        sink.changed(from, to);
    }

    private double reach(PlotSeries series, boolean dot) {
        double joined = series.kind().area() ? 0.5 / Profile.PARTS : sheet.radius();
        return dot ? sheet.dot() : joined;
    }

    private static boolean valid(PlotSeries series, int i) {
        return !Float.isNaN(series.low()[i]);
    }
}
