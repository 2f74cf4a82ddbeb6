package io.spillway.evaluate;

import java.util.Arrays;

/// The forecast to beat: the median slope of the last ten minutes, its change against the ten
/// before as a constant acceleration, and the time so found multiplied by fixed factors.
final class FixedFactors {
    private static final double[] FACTORS = {.13, .67, 2.5};
    private static final int WINDOW = 10;

    private FixedFactors() {}

    /// Low, mid and high in seconds; empty if the load does not grow.
    ///
    /// @param minutes means of minutes, the last `2 * 10` before `end` are looked at
    static double[] at(double[] minutes, int end, double capacity) {
        if (end < 2 * WINDOW) {
            return new double[0];
        }
        double slope = slope(minutes, end - WINDOW, end);
        double before = slope(minutes, end - 2 * WINDOW, end - WINDOW);
        double acceleration = Math.max(0, (slope - before) / WINDOW);
        double[] last = Arrays.copyOfRange(minutes, end - 5, end);
        Arrays.sort(last);
        double way = capacity - last[2] - 2 * slope;
        double time;
        if (way <= 0) {
            time = 0;
        } else if (acceleration > 0) {
            double root = Math.sqrt(slope * slope + 2 * acceleration * way);
            time = (root - slope) / acceleration;
        } else if (slope > 0) {
            time = way / slope;
        } else {
            return new double[0];
        }
        double seconds = Math.min(600, time) * 60;
        return Arrays.stream(FACTORS).map(factor -> factor * seconds).toArray();
    }

    private static double slope(double[] values, int from, int to) {
        double[] slopes = new double[(to - from) * (to - from - 1) / 2];
        int n = 0;
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                slopes[n++] = (values[j] - values[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);
        return (slopes[(n - 1) / 2] + slopes[n / 2]) / 2;
    }
}
