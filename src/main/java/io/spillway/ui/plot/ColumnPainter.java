package io.spillway.ui.plot;

import io.spillway.ui.plot.PlotSeries.Kind;
import java.util.Arrays;
import java.util.List;

/// Paints single columns of a plot. What a column looks like depends on the sheet, the series and
/// its number only, so that it need not be painted again when its neighbours change.
final class ColumnPainter {
    private static final double BAND_OPACITY = 0.22;
    private static final double USUAL_OPACITY = 0.17;
    private static final double CONE_OPACITY = 0.16;
    private static final double LONG_DASH = 5;
    private static final double LONG_DASH_PERIOD = 9;
    private static final double LIMIT_OPACITY = 0.75;
    private static final double HATCH_OPACITY = 0.45;
    private static final double DASH = 2;
    private static final double DASH_PERIOD = 6;

    private final Sheet sheet;
    private final List<PlotSeries> series;
    private final Profile profile;
    private final Coverage coverage;
    private final boolean[] seen = new boolean[Profile.PARTS];
    private double begin = Double.POSITIVE_INFINITY;
    private double end = Double.NEGATIVE_INFINITY;

    ColumnPainter(Sheet sheet, List<PlotSeries> series) {
        this.sheet = sheet;
        this.series = series;
        this.profile = new Profile(sheet);
        this.coverage = new Coverage(sheet.height());
        for (PlotSeries s : series) {
            int n = s.kind().measured() ? s.times().length : 0;
            int first = 0;
            while (first < n && Float.isNaN(s.low()[first])) {
                first++;
            }
            if (first < n) {
                begin = Math.min(begin, sheet.x(s.times()[first]));
            }
            if (n > 0) {
                end = Math.max(end, sheet.x(s.times()[n - 1]));
            }
        }
    }

    /// Where the first measured value lies, in columns; infinite if there is none.
    double begin() {
        return begin;
    }

    /// Where the last sample lies, be it a value or not.
    double end() {
        return end;
    }

    /// Paints column `k` at position `x` of the raster.
    void paint(long k, Raster raster, int x) {
        raster.column(x, sheet.palette().background());
        grid(raster, x);
        Arrays.fill(seen, false);
        for (PlotSeries s : series) {
            if (s.kind().area()) {
                cover(s, k);
                coverage.paint(raster, x, sheet.palette().argb(s.ink()), opacity(s.kind()));
            }
        }
        limits(k, raster, x);
        for (PlotSeries s : series) {
            boolean blank = s.kind() == Kind.DASHED && !dash(k, LONG_DASH, LONG_DASH_PERIOD);
            if (!s.kind().area() && !blank) {
                cover(s, k);
                coverage.paint(raster, x, sheet.palette().argb(s.ink()), 1);
            }
        }
        if (isGap(k)) {
            hatch(k, raster, x);
        }
    }

    private static double opacity(Kind kind) {
        return switch (kind) {
            case USUAL -> USUAL_OPACITY;
            case CONE -> CONE_OPACITY;
            case BAND, LINE, STEP, DASHED -> BAND_OPACITY;
        };
    }

    /// True if a column belongs to a dash and not to the blank behind it.
    private boolean dash(long k, double length, double period) {
        double scale = sheet.scale();
        return Math.floorMod(k, Math.round(period * scale)) < Math.round(length * scale);
    }

    private void cover(PlotSeries s, long k) {
        profile.of(s, k);
        for (int part = 0; part < Profile.PARTS; part++) {
            if (profile.covered(part)) {
                seen[part] |= s.kind().measured();
                coverage.add(profile.upper(part), profile.lower(part), 1.0 / Profile.PARTS);
            }
        }
    }

    /// A column is a gap if at least half of it lies behind the first value and has none itself.
    private boolean isGap(long k) {
        int parts = 0;
        for (int part = 0; part < Profile.PARTS; part++) {
            double x = k + (part + 0.5) / Profile.PARTS;
            if (!seen[part] && x >= begin && x <= end) {
                parts++;
            }
        }
        return 2 * parts >= Profile.PARTS;
    }

    private void grid(Raster raster, int x) {
        for (double tick : sheet.ticks()) {
            stroke(raster, x, tick, sheet.palette().grid(), 1);
        }
    }

    private void limits(long k, Raster raster, int x) {
        if (!dash(k, DASH, DASH_PERIOD)) {
            return;
        }
        for (Limit limit : sheet.limits()) {
            int argb = limit.active() ? sheet.palette().p1() : sheet.palette().text();
            stroke(raster, x, limit.value(), argb, LIMIT_OPACITY);
        }
    }

    /// A level line, snapped to whole pixels.
    private void stroke(Raster raster, int x, double value, int argb, double opacity) {
        int thick = (int) Math.max(1, Math.round(sheet.scale()));
        int top = (int) Math.round(sheet.row(value) - thick / 2.0);
        for (int y = Math.max(0, top); y < Math.min(raster.height(), top + thick); y++) {
            raster.blend(x, y, argb, opacity);
        }
    }

    private void hatch(long k, Raster raster, int x) {
        int from = (int) Math.max(0, Math.round(sheet.row(sheet.top())));
        for (int y = from; y < raster.height(); y++) {
            double share = Hatch.coverage(k, y, sheet.scale());
            if (share > 0) {
                raster.blend(x, y, sheet.palette().mute(), share * HATCH_OPACITY);
            }
        }
    }
}
