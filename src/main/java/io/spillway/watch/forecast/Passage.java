package io.spillway.watch.forecast;

import java.util.Arrays;

/// When load passes capacity, widened by what fits are known to miss: the less of the way is behind
/// the wider, and a little later altogether. For one thread.
final class Passage {
    private static final double LEAST_EARLIER = .02;
    private static final double LEAST_LATER = .1;
    private static final double EARLIER = .4;
    private static final double LATER = .33;
    private static final double DELAY = .16;

    private static final int REACH = 40;

    private final double[] kernel = new double[2 * REACH + 1];
    private final double[] chance = new double[Shapes.HORIZONS];

    /// Takes the chances of the ensemble in.
    ///
    /// @param passed the chance by each horizon, growing
    /// @param progress share of the way to capacity that is behind
    void widen(double[] passed, double progress) {
        shape(Math.clamp(1 - progress, 0, 1));
        Arrays.fill(chance, 0);
        int last = passed.length - 1;
        for (int h = 0; h < chance.length; h++) {
            for (int d = -REACH; d <= REACH; d++) {
                if (h >= d) {
                    chance[h] += kernel[d + REACH] * passed[Math.min(h - d, last)];
                }
            }
        }
    }

    private void shape(double ahead) {
        double earlier = Math.hypot(LEAST_EARLIER, EARLIER * ahead);
        double later = Math.hypot(LEAST_LATER, LATER * ahead);
        double sum = 0;
        for (int d = -REACH; d <= REACH; d++) {
            double off = d * Shapes.STRIDE - DELAY * ahead;
            double z = off / (off < 0 ? earlier : later);
            kernel[d + REACH] = Math.exp(-z * z / 2);
            sum += kernel[d + REACH];
        }
        for (int d = 0; d < kernel.length; d++) {
            kernel[d] /= sum;
        }
    }

    /// The chance that load has reached capacity within so many minutes, at least one.
    double within(double minutes) {
        int h = Math.clamp(Math.round(Shapes.horizon(minutes)), 0, chance.length - 1);
        return chance[h];
    }

    /// Minutes by which load reaches capacity in this share of the cases in which it does.
    double quantile(double share) {
        double wanted = share * chance[chance.length - 1];
        int h = 0;
        while (h < chance.length - 1 && chance[h] < wanted) {
            h++;
        }
        if (h == 0) {
            return Shapes.minutes(0) * Math.max(.1, Math.min(1, wanted / chance[0]));
        }
        double part = (wanted - chance[h - 1]) / (chance[h] - chance[h - 1]);
        return Shapes.minutes(h - 1 + Math.clamp(part, 0, 1));
    }
}
