package io.spillway.watch.detect;

/// Plain growth that no season may quieten: a mean of two minutes over the mean of an hour. The
/// latter is held for some hours after the load moved the other way, so that the return from a
/// collapse is no growth. With `sign` -1 it measures a fall. Not safe for use by several threads.
final class Raw {
    private static final double FAST = 2;
    private static final double SLOW = 60;
    private static final double HELD = 180;

    private final int sign;
    private final Average fast = new Average();
    private final Average slow = new Average();
    private static final double DAY = 1440;

    private final double least;
    private final double deviations;
    private final Spread spread = new Spread();
    private double held = Double.NaN;

    /// @param least the logarithm of how many times a load must grow (fall) at least
    /// @param deviations how many deviations of what it did in the last week it must grow
    Raw(int sign, double least, double deviations) {
        this.sign = sign;
        this.least = least;
        this.deviations = deviations;
    }

    /// Takes a sample in.
    ///
    /// @param announced true if a campaign is under way: loads within it do not count
    /// @return the logarithm of how many times the load grew (fell), as a share of its bound
    double add(Sample sample, boolean announced) {
        double step = sample.step();
        double took = sample.took();
        fast.add(sample.sustained(), Average.share(took, Math.max(FAST, step)));
        slow.add(sample.value(), Average.share(took, Math.max(SLOW, 5 * step)));
        hold(Math.max(slow.mean(), sample.least()), took);
        double now = fast.mean();
        now = sign > 0 ? Math.min(now, sample.recent()) : Math.max(now, sample.recent());
        now = Math.max(now, sample.least());
        double growth = sign * Math.log(now / held);
        double bound = Math.max(least, deviations * spread.deviation());
        if (sample.age() > 0 && slow.mean() > sample.least()) {
            spread.learn(growth, Math.min(took, 5 * step) / DAY);
        }
        boolean limited = announced && !Double.isNaN(sample.silent());
        double beyond = limited ? sign * Math.log(now / sample.silent()) : growth;
        return Math.min(growth, beyond) / bound;
    }

    private void hold(double mean, double took) {
        if (Double.isNaN(held)) {
            held = mean;
        }
        held *= Math.pow(2, -sign * took / HELD);
        held = sign > 0 ? Math.max(mean, held) : Math.min(mean, held);
    }

    /// Forgets the load.
    void restart() {
        fast.clear();
        slow.clear();
        held = Double.NaN;
    }
}
