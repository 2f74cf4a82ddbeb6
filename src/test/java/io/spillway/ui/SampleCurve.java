package io.spillway.ui;

import io.spillway.history.Window;
import io.spillway.watch.usual.Band;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// A day of made-up load that is usual, but for what an event adds to it.
final class SampleCurve {
    private static final double CAPACITY = 53_000;

    private final long now;
    private final DoubleUnaryOperator factor;

    /// @param factor how many times the usual load there is, so many seconds before now
    SampleCurve(long now, DoubleUnaryOperator factor) {
        this.now = now;
        this.factor = factor;
    }

    /// The usual load so many seconds before now, per second.
    static double usual(double ago) {
        return 11_700 + 1_300 * Math.sin((ago - 5_000) / 9_000.0);
    }

    double load(double ago) {
        return usual(ago) * factor.applyAsDouble(ago);
    }

    /// The last hour, a sample a second.
    Window hour() {
        return past(3_600, 1, List.of("web-017", "web-042"));
    }

    /// The last day, a sample each half minute.
    Window day() {
        return past(2_880, 30, List.of());
    }

    private Window past(int length, int step, List<String> names) {
        Random random = new Random(11);
        long[] times = new long[length];
        float[][] c = new float[5 + names.size()][length];
        double memory = 0;
        for (int i = 0; i < length; i++) {
            double ago = (length - 1.0 - i) * step;
            memory = 0.8 * memory + 0.008 * random.nextGaussian() / Math.sqrt(step);
            double load = load(ago) * (1 + memory + 0.01 * random.nextGaussian() / step);
            double mid = 0.09 + 0.66 * load / CAPACITY;
            double spread = 0.07 + 0.09 * mid;
            times[i] = now - Math.round(ago * 1_000);
            c[0][i] = (float) load;
            c[1][i] = (float) (mid - spread + 0.005 * random.nextGaussian());
            c[2][i] = (float) (mid + 0.004 * random.nextGaussian());
            c[3][i] = (float) (mid + spread + 0.005 * random.nextGaussian());
            c[4][i] = (float) (mid + 1.3 * spread);
            for (int k = 0; k < names.size(); k++) {
                double hot = mid + (1.15 - 0.1 * k) * spread + 0.003 * random.nextGaussian();
                c[5 + k][i] = (float) Math.min(0.995, hot);
            }
        }
        List<Window.Trace> traces =
                IntStream.range(0, names.size())
                        .mapToObj(k -> new Window.Trace(names.get(k), c[5 + k]))
                        .toList();
        return new Window(times, c[0], c[1], c[2], c[3], c[4], traces);
    }

    /// What is usual, from a day ago to two hours ahead.
    ///
    /// @param width half the width of the band, as a share of the usual load
    Band band(double width, int learnt) {
        int n = 26 * 60;
        float[] low = new float[n];
        float[] mid = new float[n];
        float[] high = new float[n];
        for (int i = 0; i < n; i++) {
            double usual = usual(86_400 - i * 60.0);
            low[i] = (float) (usual * (1 - width));
            mid[i] = (float) usual;
            high[i] = (float) (usual * (1 + width));
        }
        return new Band(now - 86_400_000, 60_000, low, mid, high, learnt, 14);
    }
}
