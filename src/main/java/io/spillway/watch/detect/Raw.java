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
    private double held = Double.NaN;

    Raw(int sign) {
        this.sign = sign;
    }

    /// Takes a sample in.
    ///
    /// @param announced true if a campaign is under way: loads within it do not count
    /// @return the logarithm of how many times the load grew (fell)
    double add(Sample sample, boolean announced) {
        double step = sample.step();
        double took = sample.took();
        fast.add(sample.sustained(), Average.share(took, Math.max(FAST, step)));
        slow.add(sample.value(), Average.share(took, Math.max(SLOW, 5 * step)));
        double least = sample.least();
        hold(Math.max(slow.mean(), least), took);
        double now = fast.mean();
        now = sign > 0 ? Math.min(now, sample.recent()) : Math.max(now, sample.recent());
        now = Math.max(now, least);
        double growth = sign * Math.log(now / held);
        boolean limited = announced && !Double.isNaN(sample.silent());
        return limited ? Math.min(growth, sign * Math.log(now / sample.silent())) : growth;
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
