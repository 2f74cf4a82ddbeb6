package io.spillway.bench;

import java.util.SplittableRandom;

/// What all contenders draw: series with some noise, a point a second, a new one a tick. Made
/// beforehand, since making it up is no part of drawing.
///
/// @param points shown at once
/// @param values of each series, the later ones not yet known at first
record PlotData(int points, float[][] values) {
    private static final long START = 1_795_000_000_000L;
    private static final long STEP = 1_000;

    static PlotData of(int series, int points, int ticks) {
        float[][] all = new float[series][points + ticks];
        SplittableRandom random = new SplittableRandom(1);
        for (int s = 0; s < series; s++) {
            for (int i = 0; i < all[s].length; i++) {
                double wave = 0.02 * Math.sin(i * STEP / 7_000.0 + s);
                double level = 0.1 + 0.8 * s / series;
                all[s][i] = (float) (level + wave + random.nextDouble(0.01));
            }
        }
        return new PlotData(points, all);
    }

    int series() {
        return values.length;
    }

    /// The time of a point, epoch milliseconds.
    long time(int point) {
        return START + point * STEP;
    }

    /// The past shown, milliseconds.
    long window() {
        return points * STEP;
    }
}
