package io.spillway.watch.forecast;

import io.spillway.watch.forecast.Forecast.Cone;

/// Draws the cone from one path, run through faster and slower so that its edges meet capacity at
/// the ends of the range.
final class Cones {
    private static final long STEP = 60_000;
    private static final int STEPS = 60;

    /// How much faster and slower where capacity is not in sight.
    private static final double PACE = 2;

    private Cones() {}

    /// A cone whose edges meet capacity at the times of the range, in minutes.
    ///
    /// @param path load at each horizon, @param level load now, both in requests per second
    static Cone meeting(
            long now, double level, double[] path, double capacity, double[] lowMidHigh) {
        double own = crossing(path, capacity);
        float[][] edges = new float[3][STEPS + 1];
        for (int e = 0; e < edges.length; e++) {
            double time = lowMidHigh[e];
            for (int i = 0; i <= STEPS; i++) {
                double load =
                        Double.isNaN(own)
                                ? level + (capacity - level) * i / time
                                : at(path, level, i * own / time);
                edges[e][i] = (float) load;
            }
        }
        return ordered(now, edges[2], edges[1], edges[0]);
    }

    /// A cone about a path that does not meet capacity soon.
    static Cone heading(long now, double level, double[] path) {
        float[][] edges = new float[3][STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            edges[0][i] = (float) at(path, level, i / PACE);
            edges[1][i] = (float) at(path, level, i);
            edges[2][i] = (float) at(path, level, i * PACE);
        }
        return ordered(now, edges[0], edges[1], edges[2]);
    }

    private static Cone ordered(long now, float[] a, float[] mid, float[] b) {
        float[] low = new float[mid.length];
        float[] high = new float[mid.length];
        for (int i = 0; i < mid.length; i++) {
            low[i] = Math.max(0, Math.min(mid[i], Math.min(a[i], b[i])));
            high[i] = Math.max(0, Math.max(mid[i], Math.max(a[i], b[i])));
            mid[i] = Math.max(0, mid[i]);
        }
        return new Cone(now, STEP, low, mid, high);
    }

    /// Load so many minutes ahead; the path goes on straight past its end.
    private static double at(double[] path, double level, double minutes) {
        double horizon = minutes <= 0 ? -1 : Shapes.horizon(minutes);
        if (horizon <= 0) {
            return level + (path[0] - level) * minutes / Shapes.minutes(0);
        }
        int h = (int) Math.min(horizon, path.length - 2);
        double from = Shapes.minutes(h);
        double part = (minutes - from) / (Shapes.minutes(h + 1) - from);
        return path[h] + part * (path[h + 1] - path[h]);
    }

    /// Minutes until the path reaches capacity; NaN if it does not.
    private static double crossing(double[] path, double capacity) {
        for (int h = 1; h < path.length; h++) {
            if (path[h] >= capacity && path[h - 1] < capacity) {
                double from = Shapes.minutes(h - 1);
                double part = (capacity - path[h - 1]) / (path[h] - path[h - 1]);
                return from + part * (Shapes.minutes(h) - from);
            }
        }
        return Double.NaN;
    }
}
