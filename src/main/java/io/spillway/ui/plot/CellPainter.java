package io.spillway.ui.plot;

/// Paints cells of one size.
final class CellPainter {
    private static final double DARKEST = 0.12;
    private static final double BRIGHTEST = 0.82;
    private static final double NEAR = 0.9;
    private static final double STROKE = 1.3;

    private final Raster raster;
    private final Palette palette;
    private final double scale;

    CellPainter(Raster raster, Palette palette, double scale) {
        this.raster = raster;
        this.palette = palette;
        this.scale = scale;
    }

    /// The colour that fills a cell.
    int fill(CellKind kind, double shade) {
        return switch (kind) {
            case NORMAL ->
                    Argb.mix(
                            palette.background(),
                            palette.data(),
                            DARKEST + (BRIGHTEST - DARKEST) * Math.clamp(shade, 0, 1));
            case NEAR -> Argb.mix(palette.background(), palette.text(), NEAR);
            case LOW -> palette.p3();
            case MEDIUM -> palette.p2();
            case HIGH -> palette.p1();
            case UNSEEN -> Argb.mix(palette.background(), palette.grid(), 0.5);
            case DRAINED, DOWN -> palette.background();
        };
    }

    /// Paints a cell with its upper left corner at `x`, `y`.
    void paint(int x, int y, int side, CellKind kind, double shade) {
        int fill = fill(kind, shade);
        boolean hollow = kind == CellKind.DRAINED || kind == CellKind.DOWN;
        double radius = side >= 12 * scale ? 3 * scale : side >= 6 * scale ? 1.5 * scale : 0;
        int bottom = Math.min(raster.height(), y + side);
        int right = Math.min(raster.width(), x + side);
        for (int py = Math.max(0, y); py < bottom; py++) {
            for (int px = Math.max(0, x); px < right; px++) {
                double inside = inside(px - x, py - y, side, radius);
                raster.blend(px, py, fill, Math.clamp(inside, 0, 1));
                double line = 0;
                if (kind == CellKind.UNSEEN) {
                    line = Hatch.coverage(px, py, scale) * 0.7;
                } else if (hollow) {
                    double rim = Math.clamp(1 + scale - inside, 0, 1);
                    line = Math.max(rim, shape(px - x, py - y, side, kind));
                }
                raster.blend(px, py, palette.mute(), line * Math.clamp(inside, 0, 1));
            }
        }
    }

    /// How far inside a rounded square a pixel lies; below 1 at the rim, below 0 outside.
    private static double inside(int px, int py, int side, double radius) {
        double half = side / 2.0;
        double dx = Math.abs(px + 0.5 - half) - (half - radius);
        double dy = Math.abs(py + 0.5 - half) - (half - radius);
        double out = Math.hypot(Math.max(0, dx), Math.max(0, dy));
        return radius - out - Math.min(0, Math.max(dx, dy)) + 0.5;
    }

    /// How much of a pixel the slash or the cross covers.
    private double shape(int px, int py, int side, CellKind kind) {
        double margin = side >= 10 * scale ? side * 0.25 : 0;
        double x = px + 0.5;
        double y = py + 0.5;
        if (Math.min(Math.min(x, y), Math.min(side - x, side - y)) < margin) {
            return 0;
        }
        double slash = Math.abs(x + y - side) / Math.sqrt(2);
        double other = kind == CellKind.DOWN ? Math.abs(x - y) / Math.sqrt(2) : side;
        return Math.clamp(STROKE * scale / 2 + 0.5 - Math.min(slash, other), 0, 1);
    }
}
