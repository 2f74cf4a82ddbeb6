package io.spillway.watch.detect;

/// The load that is nothing to notice: what is usual at this time, at the level of the last half
/// day, and as many times that as a campaign was announced to bring. Not safe for use by several
/// threads.
final class Expected {
    private static final double LEVEL_HALF_LIFE = 720;
    private static final double PAST_HALF_LIFE = 90;
    private static final double BASE_HALF_LIFE = 60;

    /// How far from what is usual a load must be: for growth in ordinary times, and for falls and
    /// after the load was far below what is usual.
    private static final double MARGIN = Math.log(0.8);

    private static final double MARGIN_BACK = Math.log(1.1);
    private static final double FAR = 0.3;

    private final int sign;
    private final Average level = new Average();
    private final Average base = new Average();
    private double past;

    Expected(int sign) {
        this.sign = sign;
    }

    /// Takes a reading in.
    ///
    /// @param recent the outer of the last two loads
    /// @param least a load below which differences do not matter
    /// @param usual the usual load, NaN if unknown
    /// @param allowed how many times the usual load is announced, 1 for none
    /// @param took minutes since the reading before
    /// @return the load up to which (down to which) nothing is to be noticed, NaN if unknown
    double silent(
            double value, double recent, double least, double usual, double allowed, double took) {
        boolean announced = allowed > 1;
        if (!announced) {
            base.add(value, Average.share(took, BASE_HALF_LIFE));
        }
        double factor = announced && sign > 0 ? allowed : 1;
        if (!(usual > 0)) {
            return announced && sign > 0 ? base.mean() * factor : Double.NaN;
        }
        double expected = Math.max(usual, least);
        if (!announced) {
            double off = Math.log(Math.max(value, least) / expected);
            level.add(Math.clamp(off, -1, 1), Average.share(took, LEVEL_HALF_LIFE));
        }
        double shift = level.mean();
        expected *= Double.isNaN(shift) ? 1 : Math.exp(shift);
        double other = -sign * Math.log(Math.max(recent, least) / expected);
        past = Math.max(past * (1 - Average.share(took, PAST_HALF_LIFE)), other);
        double margin = sign < 0 || past > FAR ? MARGIN_BACK : MARGIN;
        return factor > 1 ? expected * factor : expected * Math.exp(sign * margin);
    }
}
