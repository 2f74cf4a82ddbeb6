package io.spillway.watch.detect;

/// How rare a magnitude is among those that came before it, the older ones counting less.
///
/// Magnitudes are counted in bins of equal width of their logarithm. Inside what has been seen the
/// chance of a larger one is the share counted above it. Among the largest fiftieth, the peaks over
/// a threshold, it follows a Pareto tail whose index is estimated from those peaks, drawn towards a
/// prior while they are few; so what is larger than all before gets a chance too. One event counts
/// once: in the wake of a peak, magnitudes below it count as ordinary.
final class Tail {
    /// The chance is never called smaller than ten to the minus this.
    static final double RAREST = 12;

    private static final int BINS = 96;
    private static final double LOWEST = -4;
    private static final double WIDTH = 0.125;
    private static final double SHARE = 0.02;
    private static final double FEWEST = 3;
    private static final double PRIOR_WEIGHT = 2;
    private static final double PRIOR_INDEX = 0.5;
    private static final double WAKE_DECAY = Math.pow(0.5, 1 / 30.0);
    private static final double ORDINARY = 1;
    private static final double GROWTH = 1 / (1 - 1 / 3000.0);
    private static final double TOO_LARGE = 1e12;

    private final double[] counts = new double[BINS];
    private double total;
    private double weight = 1;
    private double wake;
    private int seen;

    /// Minus the decimal logarithm of the chance that a magnitude is at least this large.
    ///
    /// @param magnitude 0 or above
    /// @return 0 to [#RAREST]; 0 until 20 magnitudes were seen
    double rarity(double magnitude) {
        if (seen < 20) {
            return 0;
        }
        int threshold = BINS - 1;
        double above = counts[threshold];
        double wanted = Math.max(SHARE * total, FEWEST * weight);
        while (threshold > 0 && above < wanted) {
            threshold--;
            above += counts[threshold];
        }
        double logs = 0;
        for (int bin = threshold; bin < BINS; bin++) {
            logs += counts[bin] * WIDTH * (bin - threshold + 0.5);
        }
        double past = log(magnitude) - (LOWEST + WIDTH * threshold);
        if (past <= 0) {
            return Math.max(0, -Math.log10(Math.min(1, shareFrom(bin(magnitude)))));
        }
        double prior = PRIOR_WEIGHT * weight;
        double index = (logs + prior * PRIOR_INDEX) / (above + prior);
        double rarity = -Math.log10(above / total) + past / (index * Math.log(10));
        return Math.clamp(rarity, 0, RAREST);
    }

    /// Takes a magnitude in.
    void add(double magnitude) {
        wake = Math.max(wake * WAKE_DECAY, magnitude);
        boolean peak = magnitude >= wake;
        counts[bin(peak ? magnitude : Math.min(magnitude, ORDINARY))] += weight;
        total += weight;
        seen = Math.min(seen + 1, 1000);
        // Instead of making every older count smaller, the next one is larger.
        weight *= GROWTH;
        if (weight > TOO_LARGE) {
            for (int bin = 0; bin < BINS; bin++) {
                counts[bin] /= weight;
            }
            total /= weight;
            weight = 1;
        }
    }

    private double shareFrom(int first) {
        double above = 0;
        for (int bin = first; bin < BINS; bin++) {
            above += counts[bin];
        }
        return above / total;
    }

    private static double log(double magnitude) {
        return Math.log(Math.max(magnitude, 1e-9));
    }

    private static int bin(double magnitude) {
        return (int) Math.clamp(Math.floor((log(magnitude) - LOWEST) / WIDTH), 0, BINS - 1);
    }
}
