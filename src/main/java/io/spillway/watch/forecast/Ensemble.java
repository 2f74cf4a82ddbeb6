package io.spillway.watch.forecast;

import java.util.Arrays;

/// The fits that explain the past about equally well, in proportion to how well, and what they say
/// together about the future. For one thread.
final class Ensemble {
    /// So many members, each weighing the same; a fit may be several.
    private static final int MEMBERS = 64;

    /// How far evidence is trusted; at 1 the best fit soon silences the others.
    private static final double TRUST = .8;

    /// What a level line is worth beside all shapes together.
    private static final double LEVEL = .05;

    /// What a jump at the onset is worth beside none.
    private static final double JUMP = .1;

    /// Share of the noise that the mean of five minutes keeps.
    private static final double KEPT_NOISE = .1;

    /// A fit already above capacity while load is not is lowered this much below it, in noise.
    private static final double MARGIN = .15;

    /// Evidence this far below the best, as a logarithm, counts for nothing.
    private static final double NEGLIGIBLE = 7;

    private final Fits fits;
    private final double[] worth;
    private final int[] fit = new int[MEMBERS];
    private final double[] start = new double[MEMBERS];
    private final double[] noise = new double[MEMBERS];
    private final double[] passed = new double[Shapes.HORIZONS];
    private final double[] path = new double[Shapes.HORIZONS];
    private double independent;
    private double freedom;
    private double growing;
    private double rise;
    private double certainty;

    Ensemble(Fits fits) {
        this.fits = fits;
        worth = new double[fits.size()];
    }

    /// Weighs the fits and picks the members.
    ///
    /// @return false if nothing but a level line explains the past
    boolean weigh() {
        independent = (1 - fits.memory()) / (1 + fits.memory());
        freedom = Math.max(1, fits.weight() - 2 / independent) * independent;
        double power = TRUST * (observations() + 1) / 2;
        double level = -power * Math.log(fits.flat()) + Math.log(LEVEL);
        double beyond = fits.least() * Math.exp((NEGLIGIBLE + 8) / power);
        double most = level;
        for (int i = 0; i < worth.length; i++) {
            worth[i] = fits.rest(i) <= beyond ? evidence(i, power) : Double.NEGATIVE_INFINITY;
            most = Math.max(most, worth[i]);
        }
        double sum = 0;
        for (int i = 0; i < worth.length; i++) {
            worth[i] = worth[i] < most - NEGLIGIBLE ? 0 : Math.exp(worth[i] - most);
            sum += worth[i];
        }
        growing = sum / (sum + Math.exp(level - most));
        if (sum == 0) {
            return false;
        }
        pick(sum);
        describe();
        return true;
    }

    /// Minutes that count as observations of their own, given the memory of the noise.
    private double observations() {
        return Math.max(2, fits.weight() * independent - 2);
    }

    private double evidence(int i, double power) {
        double variance = fits.rest(i) / freedom;
        double spread = variance * fits.riseVariance(i);
        double prior = Shapes.ALL.prior(fits.shape(i));
        if (fits.jumped(i)) {
            double w = fits.weight(i);
            spread *= variance * (1 / w + 1 / (fits.weight() - w));
            prior += Math.log(JUMP);
        }
        return -power * Math.log(fits.rest(i)) + Math.log(spread) / 2 + prior;
    }

    private void pick(double sum) {
        double reached = 0;
        int member = 0;
        for (int i = 0; i < worth.length && member < MEMBERS; i++) {
            reached += worth[i];
            while (member < MEMBERS && reached > (member + .5) * sum / MEMBERS) {
                fit[member++] = i;
            }
        }
        Arrays.fill(fit, member, MEMBERS, fit[Math.max(0, member - 1)]);
    }

    private void describe() {
        rise = 0;
        certainty = 0;
        for (int m = 0; m < MEMBERS; m++) {
            double variance = fits.rest(fit[m]) / freedom;
            noise[m] = Math.sqrt(variance * independent);
            rise += fits.rise(fit[m]) / noise[m] * growing / MEMBERS;
            double error = Math.sqrt(variance * fits.riseVariance(fit[m]));
            certainty += fits.rise(fit[m]) / error * growing / MEMBERS;
            start[m] = fits.base(fit[m]);
        }
    }

    /// Brings members that have load at capacity already, while it is not, down to where it is.
    ///
    /// @param recent load now, @param capacity both relative to the mean and less 1
    void anchor(double recent, double capacity) {
        for (int m = 0; m < MEMBERS; m++) {
            double now = fits.base(fit[m]) + fits.rise(fit[m]);
            double most = capacity - MARGIN * noise[m];
            double lower = now > most ? Math.min(0, Math.min(recent, most) - now) : 0;
            start[m] = fits.base(fit[m]) + lower;
        }
    }

    /// The chance that load has reached capacity by each horizon. Not to be written; until the next
    /// call.
    double[] passage(double capacity) {
        Arrays.fill(passed, 0);
        for (int m = 0; m < MEMBERS; m++) {
            pass(m, capacity);
        }
        double share = growing / MEMBERS;
        for (int h = 0; h < passed.length; h++) {
            passed[h] *= share;
        }
        return passed;
    }

    private void pass(int m, double capacity) {
        int i = fit[m];
        float[] ahead = Shapes.ALL.ahead(fits.shape(i));
        double variance = fits.rest(i) / freedom;
        double kept = independent * KEPT_NOISE;
        double most = 0;
        for (int h = 0; h < passed.length; h++) {
            if (most < .9999) {
                double x = ahead[h];
                double above = start[m] + fits.rise(i) * x - capacity;
                double error = Math.sqrt(variance * (fits.variance(i, x) + kept));
                most = Math.max(most, Normal.below(above / error));
            }
            passed[h] += most;
        }
    }

    /// Where load is heading: the mean of all members at each horizon, relative to the mean load
    /// and less 1, each followed at most to `ceiling`. Not to be written; until the next call.
    double[] path(double ceiling) {
        Arrays.fill(path, 0);
        for (int m = 0; m < MEMBERS; m++) {
            float[] ahead = Shapes.ALL.ahead(fits.shape(fit[m]));
            double r = fits.rise(fit[m]);
            for (int h = 0; h < path.length; h++) {
                path[h] += Math.min(ceiling, start[m] + r * ahead[h]) / MEMBERS;
            }
        }
        return path;
    }

    /// Where load is now by the members, relative to the mean load and less 1.
    double now() {
        double now = 0;
        for (int m = 0; m < MEMBERS; m++) {
            now += (start[m] + fits.rise(fit[m])) / MEMBERS;
        }
        return now;
    }

    /// The share of the way from where growth began to capacity that is behind, at most 1; below 0
    /// if load falls.
    double progress(double capacity) {
        double progress = 0;
        for (int m = 0; m < MEMBERS; m++) {
            double way = Math.max(1e-9, Math.abs(capacity - fits.base(fit[m])));
            progress += Math.clamp(fits.rise(fit[m]) / way, -1, 1) * growing / MEMBERS;
        }
        return progress;
    }

    /// The growth since it began, in deviations of the noise; below 0 if load falls.
    double rise() {
        return rise;
    }

    /// The growth since it began, in its own standard errors.
    double certainty() {
        return certainty;
    }

    /// How much better than a level line the best fit is: twice the logarithm of the likelihoods'
    /// ratio, memory of the noise taken into account.
    double gain() {
        return observations() * Math.log(fits.flat() / fits.least());
    }
}
