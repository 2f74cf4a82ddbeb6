package io.spillway.watch.detect;

/// Growth of a load on one scale of time: the logarithm of a fast mean over a slow one, less what
/// is usual at this time of day, in deviations learnt from the series itself. With `sign` -1 it
/// measures a fall. Not safe for use by several threads.
final class Growth {
    /// The most and the least that a time of day may explain.
    private static final double MOST_USUAL = 0.3;

    private static final double LEAST_USUAL = -0.1;
    private static final double DAY = 1440;

    private final double fastHalfLife;
    private final double slowHalfLife;
    private final int sign;
    private final Average fast = new Average();
    private final Average slow = new Average();
    private final Season season = new Season();
    private final Spread spread = new Spread();

    /// @param fastHalfLife minutes
    /// @param slowHalfLife minutes
    Growth(double fastHalfLife, double slowHalfLife, int sign) {
        this.fastHalfLife = fastHalfLife;
        this.slowHalfLife = slowHalfLife;
        this.sign = sign;
    }

    /// Takes a sample in.
    ///
    /// @return deviations above what is usual
    double add(Sample sample) {
        double step = sample.step();
        double took = sample.took();
        fast.add(sample.sustained(), Average.share(took, Math.max(fastHalfLife, step)));
        slow.add(sample.value(), Average.share(took, Math.max(slowHalfLife, 5 * step)));
        double now = bound(fast.mean(), sample);
        double growth = sign * Math.log(now / Math.max(slow.mean(), sample.least()));
        long time = sample.time();
        double usual = Math.clamp(season.at(time), LEAST_USUAL, MOST_USUAL);
        double unusual = growth - usual;
        double deviations = Math.min(unusual, beyond(now, sample)) / spread.deviation();
        season.learn(time, growth, took);
        if (sample.age() > 0 && slow.mean() > sample.least()) {
            spread.learn(unusual, Math.min(took, 5 * step) / DAY);
        }
        return deviations;
    }

    /// How far the load lies beyond what it may be without notice; a return to what is usual is no
    /// growth.
    private double beyond(double now, Sample sample) {
        double silent = sample.silent();
        return Double.isNaN(silent) ? Double.MAX_VALUE : Math.max(0, sign * Math.log(now / silent));
    }

    /// The fast mean, no further out than the last two samples: what has passed is over at once.
    private double bound(double mean, Sample sample) {
        double last = sample.recent();
        double bounded = sign > 0 ? Math.min(mean, last) : Math.max(mean, last);
        return Math.max(bounded, sample.least());
    }

    /// Forgets the load, not what was learnt of it.
    void restart() {
        fast.clear();
        slow.clear();
    }
}
