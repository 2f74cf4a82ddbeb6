package io.spillway.watch.detect;

/// How far a series of values strayed within the last half day or so, as the standard deviation of
/// a normal distribution: by the mean of their distances from 0, outliers cut. Not safe for use by
/// several threads.
final class Spread {
    private static final double FIRST = 0.1;
    private static final double LEAST = 0.03;
    private static final double CUT = 3;
    private static final double MEAN_TO_DEVIATION = 1.25;
    private static final double MEMORY_DAYS = 0.5;

    private double deviation = FIRST;
    private double age;

    /// Learns, faster while it is young.
    ///
    /// @param days how long this value lasted
    void learn(double value, double days) {
        age += days;
        double cut = Math.min(Math.abs(value), CUT * deviation);
        double share = Average.share(days, Math.clamp(age, 0.1, MEMORY_DAYS));
        deviation += share * (MEAN_TO_DEVIATION * cut - deviation);
    }

    /// One deviation.
    double deviation() {
        return Math.max(LEAST, deviation);
    }
}
