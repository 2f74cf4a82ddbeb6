package io.spillway.watch.forecast;

import java.util.Arrays;

/// Every shape laid through the past by weighted least squares, as `base + rise * shape`, in two
/// ways: through all of it (fits 0 to n-1), and only through what came since its onset, the time
/// before being level on its own (fits n to 2n-1: load that jumped first). Loads are relative to
/// their mean, so scale does not matter. For one thread.
final class Fits {
    /// Minutes after which a sample weighs half.
    private static final double HALF_LIFE = 45;

    /// Noise below this share of load is not believed.
    private static final double LEAST_NOISE = .002;

    /// A jump is not looked for in the last minutes, nor with less than this much on either side.
    private static final double SHORTEST_AFTER_JUMP = 5;

    private static final double LEAST_AFTER_JUMP = 4;
    private static final double LEAST_BEFORE_JUMP = 3;

    /// A fit with a jump has to be better by this factor before the memory is taken from it.
    private static final double JUMP_MARGIN = .9;

    /// Memory of the noise from one minute to the next before any is seen, and the minutes of
    /// residuals it counts as.
    private static final double USUAL_MEMORY = .35;

    private static final double USUAL_MEMORY_MINUTES = 4;
    private static final double LONGEST_MEMORY = .95;

    private final Shapes shapes = Shapes.ALL;
    private final int n = shapes.size();
    private final int[] edges = new int[n];
    private final double[] s = new double[n];
    private final double[] ss = new double[n];
    private final double[] sy = new double[n];
    private final double[] after = new double[n];
    private final double[] base = new double[2 * n];
    private final double[] rise = new double[2 * n];
    private final double[] rest = new double[2 * n];
    private final double[] determinant = new double[2 * n];
    private final double[] y = new double[Past.POINTS];
    private final double[] weight = new double[Past.POINTS];
    private final double[] sumW = new double[Past.POINTS + 1];
    private final double[] sumY = new double[Past.POINTS + 1];
    private final double[] sumYy = new double[Past.POINTS + 1];
    private double mean;
    private double floor;
    private int best;
    private double memory;

    Fits() {
        Arrays.setAll(edges, i -> edge(shapes.onset(i)));
    }

    /// Fits everything.
    ///
    /// @return false if the mean of the past is not above 0
    boolean fit(Past past) {
        if (!sums(past)) {
            return false;
        }
        floor = LEAST_NOISE * LEAST_NOISE * sumW[Past.POINTS];
        project();
        best = -1;
        double least = flat();
        for (int i = 0; i < n; i++) {
            through(i);
            if (rest[i] < least) {
                least = rest[i];
                best = i;
            }
            sinceOnset(i);
            if (rest[i + n] < JUMP_MARGIN * least) {
                least = rest[i + n];
                best = i + n;
            }
        }
        memory = learnMemory();
        return true;
    }

    private boolean sums(Past past) {
        double loads = 0;
        double weights = 0;
        for (int k = 0; k < Past.POINTS; k++) {
            double faded = Past.span(k) * Math.exp(-Math.log(2) / HALF_LIFE * Past.age(k));
            weight[k] = past.filled[k] == 0 ? 0 : faded;
            weights += weight[k];
            loads += weight[k] * past.value[k];
        }
        mean = loads / weights;
        for (int k = 0; k < Past.POINTS && mean > 0; k++) {
            y[k] = weight[k] == 0 ? 0 : past.value[k] / mean - 1;
            sumW[k + 1] = sumW[k] + weight[k];
            sumY[k + 1] = sumY[k] + weight[k] * y[k];
            sumYy[k + 1] = sumYy[k] + weight[k] * y[k] * y[k];
        }
        return mean > 0;
    }

    private void project() {
        Arrays.fill(s, 0);
        Arrays.fill(ss, 0);
        Arrays.fill(sy, 0);
        for (int k = 0; k < Past.POINTS; k++) {
            if (weight[k] > 0) {
                add(shapes.past(k), shapes.live(k), weight[k], weight[k] * y[k]);
            }
        }
    }

    private void add(double[] shape, int live, double w, double wy) {
        for (int i = 0; i < live; i++) {
            double x = shape[i];
            double wx = w * x;
            s[i] += wx;
            ss[i] += wx * x;
            sy[i] += wy * x;
        }
    }

    private void through(int i) {
        double w = sumW[Past.POINTS];
        double d = w * ss[i] - s[i] * s[i];
        determinant[i] = d;
        if (d <= 1e-6 * w * w) {
            rest[i] = Double.NaN;
            return;
        }
        rise[i] = w * sy[i] / d;
        base[i] = -rise[i] * s[i] / w;
        rest[i] = Math.max(0, sumYy[Past.POINTS] - rise[i] * sy[i]) + floor;
    }

    private void sinceOnset(int i) {
        int j = i + n;
        rest[j] = Double.NaN;
        int edge = edges[i];
        double w = sumW[edge];
        double before = sumW[Past.POINTS] - w;
        double d = w * ss[i] - s[i] * s[i];
        after[i] = w;
        determinant[j] = d;
        if (shapes.onset(i) < SHORTEST_AFTER_JUMP
                || w < LEAST_AFTER_JUMP
                || before < LEAST_BEFORE_JUMP
                || d < 1e-4 * w * w) {
            return;
        }
        double own = sy[i] - s[i] * sumY[edge] / w;
        double yBefore = sumY[Past.POINTS] - sumY[edge];
        double yyBefore = sumYy[Past.POINTS] - sumYy[edge];
        rise[j] = w * own / d;
        base[j] = (sumY[edge] - rise[j] * s[i]) / w;
        double since = sumYy[edge] - sumY[edge] * sumY[edge] / w - rise[j] * own;
        rest[j] = Math.max(0, since) + Math.max(0, yyBefore - yBefore * yBefore / before) + floor;
    }

    /// How many points lie after an onset.
    private static int edge(double onset) {
        int edge = 0;
        while (edge < Past.POINTS && Past.start(edge) + Past.span(edge) <= onset + .3) {
            edge++;
        }
        return edge;
    }

    /// How much of a minute's residual is left in the next minute, by the best fit.
    private double learnMemory() {
        double product = 0;
        double square = 0;
        double previous = Double.NaN;
        int minutes = 0;
        for (int k = 0; k < Past.FINE; k++) {
            if (best >= n && Past.age(k) + .2 > shapes.onset(best - n)) {
                break;
            }
            double residual = weight[k] == 0 ? Double.NaN : y[k] - fitted(best, k);
            if (!Double.isNaN(residual)) {
                square += residual * residual;
                minutes++;
                product += Double.isNaN(previous) ? 0 : residual * previous;
            }
            previous = residual;
        }
        square += minutes * LEAST_NOISE * LEAST_NOISE;
        double seen = minutes < 3 ? USUAL_MEMORY : product / square + 2. / minutes;
        double learnt =
                (seen * minutes + USUAL_MEMORY * USUAL_MEMORY_MINUTES)
                        / (minutes + USUAL_MEMORY_MINUTES);
        return Math.clamp(learnt, 0, LONGEST_MEMORY);
    }

    private double fitted(int fit, int point) {
        return fit < 0 ? 0 : base[fit] + rise[fit] * shapes.past(point)[fit % n];
    }

    /// How many fits there are.
    int size() {
        return 2 * n;
    }

    /// The shape of a fit.
    int shape(int fit) {
        return fit < n ? fit : fit - n;
    }

    /// True if load jumped at the onset.
    boolean jumped(int fit) {
        return fit >= n;
    }

    /// Mean load, requests per second.
    double mean() {
        return mean;
    }

    /// Weighted squares left by a level line.
    double flat() {
        return sumYy[Past.POINTS] + floor;
    }

    /// Weighted squares left by a fit; NaN if the past does not allow it.
    double rest(int fit) {
        return rest[fit];
    }

    /// The least that any fit leaves.
    double least() {
        return best < 0 ? flat() : rest[best];
    }

    /// Load before the onset, relative to the mean and less 1.
    double base(int fit) {
        return base[fit];
    }

    /// What was added since the onset, relative to the mean.
    double rise(int fit) {
        return rise[fit];
    }

    /// Minutes that weigh in, in all.
    double weight() {
        return sumW[Past.POINTS];
    }

    /// Minutes that weigh in where a fit applies.
    double weight(int fit) {
        return fit < n ? sumW[Past.POINTS] : after[fit - n];
    }

    /// Variance of the rise for noise of variance 1.
    double riseVariance(int fit) {
        return weight(fit) / determinant[fit];
    }

    /// Variance of the fit where its shape is `x`, for noise of variance 1.
    double variance(int fit, double x) {
        int i = shape(fit);
        return (ss[i] - 2 * x * s[i] + weight(fit) * x * x) / determinant[fit];
    }

    /// Share of a minute's deviation that is left a minute later, 0 to 0.95.
    double memory() {
        return memory;
    }
}
