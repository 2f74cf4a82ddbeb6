package io.spillway.watch.detect;

import org.jspecify.annotations.Nullable;

/// Prepares the readings of one load: sorts out what cannot be used, learns the step, cuts single
/// outliers and knows what load is nothing to notice. Not safe for use by several threads.
final class Front {
    private static final double MINUTE = 60_000;
    private static final double DAY = 1440;

    /// Longer without a sample than this, or than five steps, is a gap: the averages start anew.
    private static final double GAP = 30;

    /// Below this share of the mean of a day, differences do not matter.
    private static final double LEAST_SHARE = 0.1;

    private final int sign;
    private final Expected expected;
    private final Average day = new Average();
    private long first = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;
    private double step = 1;
    private double before = Double.NaN;
    private double before2 = Double.NaN;
    private int samples;
    private boolean gap;

    Front(int sign) {
        this.sign = sign;
        this.expected = new Expected(sign);
    }

    /// Takes a reading in.
    ///
    /// @return null if it is no number, below 0, or not newer than the one before
    @Nullable Sample add(long time, double value, double usual, double allowed) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY || time <= last) {
            return null;
        }
        double took = took(time);
        day.add(value, Average.share(took, DAY));
        double least = Math.max(LEAST_SHARE * day.mean(), Double.MIN_NORMAL);
        double recent = outer(value, before);
        double silent = expected.silent(value, recent, least, usual, allowed, took);
        Sample sample =
                new Sample(
                        time,
                        value,
                        sustained(value),
                        recent,
                        least,
                        silent,
                        took,
                        step,
                        (time - first) / MINUTE - warmUp());
        before2 = before;
        before = value;
        last = time;
        return sample;
    }

    /// True if the last sample came after a gap.
    boolean gap() {
        return gap;
    }

    /// True once enough samples came since the beginning, or since the last gap.
    boolean ready() {
        return (last - first) / MINUTE > 2 * warmUp() && samples >= Math.max(5, 15 / step);
    }

    private double warmUp() {
        return Math.max(60, 10 * step);
    }

    private double took(long time) {
        double took = step;
        if (last == Long.MIN_VALUE) {
            first = time;
        } else {
            took = (time - last) / MINUTE;
            boolean second = samples == 1 && !gap;
            step = second ? took : step + 0.1 * (Math.min(took, 3 * step) - step);
        }
        gap = took > Math.max(GAP, 5 * step);
        samples = gap ? 1 : samples + 1;
        if (gap) {
            before = Double.NaN;
            before2 = Double.NaN;
        }
        return took;
    }

    /// A sample counts no further out than the outer of the two before it.
    private double sustained(double value) {
        if (Double.isNaN(before2)) {
            return value;
        }
        return sign > 0
                ? Math.min(value, Math.max(before, before2))
                : Math.max(value, Math.min(before, before2));
    }

    private double outer(double one, double other) {
        if (Double.isNaN(other)) {
            return one;
        }
        return sign > 0 ? Math.max(one, other) : Math.min(one, other);
    }
}
