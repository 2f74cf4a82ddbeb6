package io.spillway.watch.detect;

/// A mean that forgets, by half-life, unbiased from its first value on. Not safe for use by several
/// threads.
final class Average {
    private double sum;
    private double weight;

    /// Takes a value in.
    ///
    /// @param share how much of the past it replaces, 0..1: see [#share]
    void add(double value, double share) {
        sum += share * (value - sum);
        weight += share * (1 - weight);
    }

    /// The mean, NaN before the first value.
    double mean() {
        return sum / weight;
    }

    void clear() {
        sum = 0;
        weight = 0;
    }

    /// How much of the past is forgotten within a time.
    static double share(double time, double halfLife) {
        return 1 - Math.pow(2, -time / halfLife);
    }
}
