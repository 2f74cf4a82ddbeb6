package io.spillway.watch.detect;

/// How far a series of values strays in ordinary times, learnt as it goes: the geometric mean of
/// two views, one of its body (mean absolute value, outliers cut) and one of its tail (the value
/// exceeded one time in a hundred). Both are in standard deviations of a normal distribution, so
/// that they agree where the values are normal. Not safe for use by several threads.
final class Spread {
    private static final double FIRST = 0.1;
    private static final double LEAST = 0.03;
    private static final double CUT = 3;
    private static final double MEAN_TO_DEVIATION = 1.25;
    private static final double TAIL = 0.99;
    private static final double TAIL_DEVIATIONS = 2.33;
    private static final double TAIL_SPEED = 20;
    private static final double MEMORY_DAYS = 7;

    private double body = FIRST;
    private double tail = FIRST * TAIL_DEVIATIONS;
    private double age;

    /// Learns, faster while it is young.
    ///
    /// @param days how long this value lasted
    void learn(double value, double days) {
        age += days;
        double memory = Math.clamp(age, 0.1, MEMORY_DAYS);
        double cut = Math.min(Math.abs(value), CUT * body);
        body += Average.share(days, memory) * (MEAN_TO_DEVIATION * cut - body);
        double pace = Math.min(1, TAIL_SPEED * days / Math.max(0.5, memory));
        tail *= Math.exp(pace * (value > tail ? TAIL : TAIL - 1));
    }

    /// One deviation.
    double deviation() {
        return Math.max(LEAST, Math.sqrt(body * tail / TAIL_DEVIATIONS));
    }
}
