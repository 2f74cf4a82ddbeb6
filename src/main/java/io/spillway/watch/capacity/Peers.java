package io.spillway.watch.capacity;

/// What the servers of one pool have in common at a step: what a request costs, and how the last
/// minute differs from what was usual. Medians, so that a few odd servers change nothing.
final class Peers {
    /// With fewer servers a median says nothing.
    static final int FEWEST = 3;

    private static final double[] NONE = {};

    final String pool;
    final double limit;
    int[] seats = {};
    private double[] scratch = NONE;
    private int counted;

    private double slope = Double.NaN;
    private double above;
    private double elevation = 1;
    private double lift;
    private double rise;

    Peers(String pool, double limit) {
        this.pool = pool;
        this.limit = limit;
    }

    /// Looks at all of them again.
    void look(Lines lines, Residuals residuals, Backgrounds backgrounds) {
        if (scratch.length < seats.length) {
            scratch = new double[seats.length];
        }
        counted = 0;
        for (int seat : seats) {
            double own = lines.known(seat) ? lines.ownSlope(seat) : Double.NaN;
            put(own > 0 ? own : Double.NaN);
        }
        boolean enough = counted >= FEWEST;
        slope = enough ? Median.of(scratch, counted) : Double.NaN;
        if (!enough) {
            above = 0;
            elevation = 1;
            lift = 0;
            rise = 0;
            return;
        }
        counted = 0;
        for (int seat : seats) {
            put(known(seat, residuals) ? mean(seat, residuals) : Double.NaN);
        }
        above = counted >= FEWEST ? Median.of(scratch, counted) : 0;
        counted = 0;
        for (int seat : seats) {
            put(known(seat, residuals) ? elevation(seat, lines, residuals) : Double.NaN);
        }
        elevation = counted >= FEWEST ? Median.of(scratch, counted) : 1;
        counted = 0;
        for (int seat : seats) {
            put(lines.known(seat) ? lines.lift(seat) : Double.NaN);
        }
        lift = counted >= FEWEST ? Median.of(scratch, counted) : 0;
        counted = 0;
        for (int seat : seats) {
            put(lines.known(seat) ? backgrounds.rise(seat, lines) : Double.NaN);
        }
        rise = counted >= FEWEST ? Math.max(0, Median.of(scratch, counted)) : 0;
    }

    private void put(double value) {
        if (!Double.isNaN(value)) {
            scratch[counted++] = value;
        }
    }

    private static boolean known(int seat, Residuals residuals) {
        return residuals.count(seat) > 0;
    }

    private static double mean(int seat, Residuals residuals) {
        return residuals.meanAbove(seat, residuals.count(seat));
    }

    private static double elevation(int seat, Lines lines, Residuals residuals) {
        double usual = lines.usualLoad(seat);
        return usual > 0 ? residuals.meanLoad(seat, residuals.count(seat)) / usual : Double.NaN;
    }

    /// What a request costs the median server, NaN if too few are known.
    double slope() {
        return slope;
    }

    /// How much more background than usual the median server shows while the pool's load is above
    /// its own usual: that is dearer traffic, not many hogs at once. 0 while the load is usual.
    double sharedRise() {
        return elevation > 1.05 ? rise : 0;
    }

    /// True if this server does more requests than usual for less CPU than they would cost: the
    /// requests are cheap ones, or the line is too steep; that is not to be believed quickly.
    boolean cheap(int seat, Lines lines, Residuals residuals) {
        int samples = residuals.count(seat);
        if (samples == 0) {
            return false;
        }
        double root = Math.sqrt(seats.length);
        boolean all = above < -Math.max(0.01, 0.05 / root) || lift < -Math.max(0.004, 0.014 / root);
        if (all && elevation > 1.03) {
            return true;
        }
        double usual = Math.max(1, elevation);
        double noise = lines.noise(seat);
        boolean now =
                mean(seat, residuals) - Math.min(0, above) < -Math.max(0.02, 2.5 * noise)
                        && elevation(seat, lines, residuals) > usual * more();
        boolean minutes =
                lines.lift(seat) - Math.min(0, lift) < -Math.max(0.01, 0.6 * noise)
                        && lines.recentLoad(seat) > usual * more() * lines.usualLoad(seat);
        return now || minutes;
    }

    /// How much more than usual is more: with peers, their noise is in it too.
    private double more() {
        return slope > 0 ? 1.1 : 1.04;
    }
}
