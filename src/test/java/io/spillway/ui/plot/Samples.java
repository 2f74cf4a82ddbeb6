package io.spillway.ui.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// An hour like the one in the design: calm, then a crowd.
final class Samples {
    static final long NOW = 1_795_406_292_000L;
    static final int HOUR = 3_600;

    private Samples() {}

    static long[] times(int n) {
        long[] times = new long[n];
        for (int i = 0; i < n; i++) {
            times[i] = NOW - (n - 1 - i) * 1_000L;
        }
        return times;
    }

    static float[] load(int n) {
        Random random = new Random(7);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            double t = i / (double) n;
            double surge = t < 0.39 ? 0 : 34_000 * Math.pow((t - 0.39) / 0.61, 1.05);
            values[i] =
                    (float)
                            (11_500
                                    + 1_200 * Math.sin(t * 5)
                                    + surge
                                    + (random.nextDouble() - 0.5) * 1_200);
        }
        return values;
    }

    static double median(double t) {
        return t < 0.6
                ? 0.31 + 0.02 * Math.sin(t * 9)
                : 0.31 + 0.48 * Math.pow((t - 0.6) / 0.4, 1.15);
    }

    /// CPU at `rise` above the median, with some noise.
    static float[] cpu(int n, double rise, double noise, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            double t = i / (double) n;
            double wide = 1 + Math.max(0, t - 0.6);
            double v = median(t) + rise * wide + (random.nextDouble() - 0.5) * noise;
            values[i] = (float) Math.clamp(v, 0, 0.995);
        }
        return values;
    }

    static List<PlotSeries> spread(boolean alarm) {
        long[] times = times(HOUR);
        float[] hot = cpu(HOUR, 0.14, 0.05, 5);
        Arrays.fill(hot, 0, 2_700, Float.NaN);
        List<PlotSeries> series = new ArrayList<>();
        series.add(
                PlotSeries.band(
                        "p5–p95",
                        Ink.DATA_2,
                        times,
                        cpu(HOUR, -0.12, 0.03, 1),
                        cpu(HOUR, 0.1, 0.03, 2)));
        series.add(PlotSeries.line("web-017", alarm ? Ink.P1 : Ink.DATA_2, times, hot));
        series.add(PlotSeries.line("median", Ink.DATA, times, cpu(HOUR, 0, 0.02, 3)));
        return series;
    }

    /// The same series with nothing known between two points of the hour, in samples.
    static List<PlotSeries> gap(List<PlotSeries> series, int from, int to) {
        return series.stream()
                .map(s -> {
                    float[] low = s.low().clone();
                    float[] high = s.high().clone();
                    Arrays.fill(low, from, to, Float.NaN);
                    Arrays.fill(high, from, to, Float.NaN);
                    return new PlotSeries(s.name(), s.kind(), s.ink(), s.times(), low, high);
                })
                .toList();
    }
}
