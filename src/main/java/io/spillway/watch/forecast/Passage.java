package io.spillway.watch.forecast;

import java.util.Arrays;

/// When load passes capacity, widened by what fits are known to miss: the less of the way is behind
/// and the less growth stands out of the noise, the wider, later more than earlier. For one thread.
final class Passage {
    private static final double LEAST_EARLIER = .03;
    private static final double LEAST_LATER = .05;
    private static final double EARLIER = .4;
    private static final double LATER = .45;
    private static final double DELAY = .19;

    /// What noise adds, for a rise of one deviation.
    private static final double NOISE_EARLIER = 1.41;

    private static final double NOISE_LATER = .14;

    /// From this rise on, in deviations of the noise, a fit is believed more.
    private static final double CLEAR = 36;

    private static final int REACH = 40;

    private final double[] kernel = new double[2 * REACH + 1];
    private final double[] chance = new double[Shapes.HORIZONS];

    /// Takes the chances of the ensemble in.
    ///
    /// @param passed the chance by each horizon, growing
    /// @param progress share of the way to capacity that is behind
    /// @param rise growth in deviations of the noise
    void widen(double[] passed, double progress, double rise) {
        shape(Math.clamp(1 - progress, 0, 1), rise);
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

    private void shape(double ahead, double rise) {
        double doubt = ahead * Math.sqrt(Math.min(1, CLEAR / Math.max(1, rise)));
        double noise = 1 / Math.max(2, rise);
        double earlier = norm(LEAST_EARLIER, EARLIER * doubt, NOISE_EARLIER * noise);
        double later = norm(LEAST_LATER, LATER * doubt, NOISE_LATER * noise);
        double sum = 0;
        for (int d = -REACH; d <= REACH; d++) {
            double off = d * Shapes.STRIDE - DELAY * doubt;
            double z = off / (off < 0 ? earlier : later);
            kernel[d + REACH] = Math.exp(-z * z / 2);
            sum += kernel[d + REACH];
        }
        for (int d = 0; d < kernel.length; d++) {
            kernel[d] /= sum;
        }
    }

    private static double norm(double a, double b, double c) {
        return Math.sqrt(a * a + b * b + c * c);
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
