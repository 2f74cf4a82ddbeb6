package io.spillway.ui.plot;

import io.spillway.ui.plot.PlotSeries.Kind;
import java.util.Arrays;

/// What a series covers of one column of pixels: the column is cut into parts, and of each part the
/// rows from [#upper] to [#lower] are covered. A line is taken as a chain of capsules (strokes with
/// round ends), so that its width is even whatever its slope; where it ends at a gap it is cut off
/// straight, so that nothing ever reaches into a gap.
final class Profile {
    /// Parts of a column.
    static final int PARTS = 4;

    private final Spans strokes = new Spans();
    private final Spans dots = new Spans();
    private final boolean[] joined = new boolean[PARTS];
    private final Sheet sheet;

    Profile(Sheet sheet) {
        this.sheet = sheet;
    }

    boolean covered(int part) {
        return joined[part] || dots.any(part);
    }

    double upper(int part) {
        return joined[part] ? Math.min(strokes.upper[part], dots.upper[part]) : dots.upper[part];
    }

    double lower(int part) {
        return joined[part] ? Math.max(strokes.lower[part], dots.lower[part]) : dots.lower[part];
    }

    /// Works out what `series` covers of `column`.
    void of(PlotSeries series, long column) {
        strokes.clear();
        dots.clear();
        Arrays.fill(joined, false);
        double reach = sheet.dot();
        int n = series.times().length;
        int i = lastNotAfter(series.times(), (column - reach) * sheet.column());
        for (; i < n && x(series, i, column) <= 1 + reach; i++) {
            if (Float.isNaN(series.low()[i])) {
                continue;
            }
            if (alone(series, i)) {
                dot(series, i, column);
            }
            if (i + 1 < n) {
                connect(series, i, column);
            }
        }
    }

    /// True if a value has nobody to be connected with.
    static boolean alone(PlotSeries series, int i) {
        float[] values = series.low();
        boolean first = i == 0 || Float.isNaN(values[i - 1]);
        if (i == values.length - 1) {
            return first;
        }
        return first && series.kind() != Kind.STEP && Float.isNaN(values[i + 1]);
    }

    private void connect(PlotSeries series, int i, long column) {
        double xa = x(series, i, column);
        double xb = x(series, i + 1, column);
        double a = sheet.row(series.low()[i]);
        double b = sheet.row(series.low()[i + 1]);
        switch (series.kind()) {
            case LINE, DASHED -> {
                if (!Double.isNaN(b)) {
                    cover(xa, xb);
                    capsule(xa, a, xb, b);
                }
            }
            case STEP -> {
                cover(xa, xb);
                capsule(xa, a, xb, a);
                if (!Double.isNaN(b)) {
                    capsule(xb, a, xb, b);
                }
            }
            case BAND, USUAL, CONE -> {
                if (!Double.isNaN(b)) {
                    cover(xa, xb);
                    band(xa, a, xb, b);
                    band(xa, sheet.row(series.high()[i]), xb, sheet.row(series.high()[i + 1]));
                }
            }
        }
    }

    private void dot(PlotSeries series, int i, long column) {
        double x = x(series, i, column);
        double low = sheet.row(series.low()[i]);
        double high = sheet.row(series.high()[i]);
        for (int part = 0; part < PARTS; part++) {
            double off = Math.abs(middle(part) - x);
            if (off <= sheet.dot()) {
                double half = Math.sqrt(sheet.dot() * sheet.dot() - off * off);
                dots.add(part, high - half, low + half);
            }
        }
    }

    private void cover(double xa, double xb) {
        for (int part = 0; part < PARTS; part++) {
            joined[part] |= xa <= middle(part) && middle(part) <= xb;
        }
    }

    /// Adds the cross-sections of a stroke with round ends. The upper edge of a stroke is where the
    /// circle around some point of its middle line reaches highest: of all these points the one
    /// that lies `lean` to the side, or the end nearest to it.
    private void capsule(double xa, double a, double xb, double b) {
        double radius = sheet.radius();
        double dx = xb - xa;
        double dy = b - a;
        double lean = dx == 0 && dy == 0 ? 0 : radius * dy / Math.sqrt(dx * dx + dy * dy);
        for (int part = 0; part < PARTS; part++) {
            double x = middle(part);
            if (x < xa - radius || x > xb + radius) {
                continue;
            }
            double cu = Math.clamp(x - lean, xa, xb);
            double cl = Math.clamp(x + lean, xa, xb);
            double yu = dx == 0 ? Math.min(a, b) : a + dy * (cu - xa) / dx;
            double yl = dx == 0 ? Math.max(a, b) : a + dy * (cl - xa) / dx;
            strokes.add(part, yu - chord(radius, x - cu), yl + chord(radius, x - cl));
        }
    }

    private static double chord(double radius, double off) {
        return Math.sqrt(Math.max(0, radius * radius - off * off));
    }

    /// Adds the values that an edge of a band takes within each part.
    private void band(double xa, double a, double xb, double b) {
        double half = 0.5 / PARTS;
        for (int part = 0; part < PARTS; part++) {
            double from = Math.max(xa, middle(part) - half);
            double to = Math.min(xb, middle(part) + half);
            if (from <= to) {
                double ya = a + (b - a) * (from - xa) / (xb - xa);
                double yb = a + (b - a) * (to - xa) / (xb - xa);
                strokes.add(part, Math.min(ya, yb), Math.max(ya, yb));
            }
        }
    }

    private double x(PlotSeries series, int i, long column) {
        return sheet.x(series.times()[i]) - column;
    }

    /// The middle of a part, 0..1.
    private static double middle(int part) {
        return (part + 0.5) / PARTS;
    }

    /// The last index whose time is not after `time`, 0 if there is none.
    static int lastNotAfter(long[] times, double time) {
        int low = 0;
        int high = times.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// From where to where each part is covered.
    private static final class Spans {
        final double[] upper = new double[PARTS];
        final double[] lower = new double[PARTS];

        void clear() {
            Arrays.fill(upper, Double.POSITIVE_INFINITY);
            Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        }

        boolean any(int part) {
            return upper[part] <= lower[part];
        }

        void add(int part, double from, double to) {
            upper[part] = Math.min(upper[part], from);
            lower[part] = Math.max(lower[part], to);
        }
    }
}
