package io.spillway.watch.detect;

/// How fast a series comes, and how rare a sample must be for an alarm at that pace: the faster,
/// the rarer, or chance alone would alarm more often a day.
final class Pace {
    /// From five minutes a sample on.
    static final double SLOW = 2.55;

    /// At a minute a sample; faster series get no more alarms a day than this brings.
    private static final double MINUTELY = 2.8;

    private static final double SLOPE = (MINUTELY - SLOW) / Math.log10(5);
    private static final double MINUTE = 60_000;
    private static final double STRIDE = 1.02;

    private long last = Long.MIN_VALUE;
    private double step;

    /// Takes the time of a sample in, epoch milliseconds, later than the one before.
    void add(long time) {
        if (last != Long.MIN_VALUE) {
            double now = Math.max(1, (double) (time - last));
            // Follows the median in small strides; a gap moves it by one.
            step =
                    step == 0
                            ? now
                            : now > step
                                    ? Math.min(now, step * STRIDE)
                                    : Math.max(now, step / STRIDE);
        }
        last = time;
    }

    /// The rarity from which on a sample alarms, as [Tail#rarity].
    double bound() {
        if (step == 0) {
            return SLOW;
        }
        double faster = Math.log10(MINUTE / step);
        return faster > 0 ? MINUTELY + faster : Math.max(SLOW, MINUTELY + SLOPE * faster);
    }
}
