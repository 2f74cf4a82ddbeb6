package io.spillway.ui.plot;

/// Paints cells: from a size on as a bar that is as high as the server is busy, below as a grey
/// alone, and larger ones, which have room for the number, as a grey below it.
final class CellPainter {
    private static final double DARKEST = 0.12;
    private static final double BRIGHTEST = 0.82;
    private static final double NEAR = 0.9;
    private static final double STROKE = 1.3;
    private static final double FADED = 0.72;
    private static final double RIM_FROM = 8;
    private static final double BARS_FROM = 9;
    private static final int GREYS = 64;

    /// Cells of at least this size have room for a number, whatever it is.
    static final double NUMBERS_FROM = 26;

    private final Raster raster;
    private final Palette palette;
    private final double scale;
    private final int[] greys = new int[GREYS + 1];
    private int maskSide;
    private double[] mask = {};

    CellPainter(Raster raster, Palette palette, double scale) {
        this.raster = raster;
        this.palette = palette;
        this.scale = scale;
        for (int i = 0; i <= GREYS; i++) {
            double share = DARKEST + (BRIGHTEST - DARKEST) * i / GREYS;
            greys[i] = Argb.mix(palette.background(), palette.data(), share);
        }
    }

    /// True if it paints into a picture of this size.
    boolean fits(int width, int height, double pixels) {
        return raster.width() == width && raster.height() == height && scale == pixels;
    }

    /// The colour that fills a cell.
    int fill(CellKind kind, double shade) {
        return switch (kind) {
            case NORMAL -> greys[(int) Math.round(GREYS * Math.clamp(shade, 0, 1))];
            case NEAR -> Argb.mix(palette.background(), palette.text(), NEAR);
            case LOW -> palette.p3();
            case MEDIUM -> palette.p2();
            case HIGH -> palette.p1();
            case UNSEEN -> Argb.mix(palette.background(), palette.grid(), 0.5);
            case DRAINED, MAINTENANCE, DOWN -> palette.background();
        };
    }

    /// Paints a cell with its upper left corner at `x`, `y`.
    void paint(int x, int y, int side, CellKind kind, double shade) {
        int fill = fill(kind, shade);
        if (kind == CellKind.UNSEEN || kind.hollow()) {
            patterned(x, y, side, kind, fill);
        } else if (kind == CellKind.NORMAL && bar(side)) {
            solid(x, y, side, 0, greys[0]);
            int empty = (int) Math.round(side * (1 - Math.clamp(shade, 0, 1)));
            solid(x, y, side, Math.min(empty, side - 1), fill);
        } else {
            solid(x, y, side, 0, fill);
        }
    }

    private boolean bar(int side) {
        return side >= BARS_FROM * scale && side < NUMBERS_FROM * scale;
    }

    /// Fades a cell: it is not among those looked for.
    void fade(int x, int y, int side) {
        for (int py = Math.max(0, y); py < Math.min(raster.height(), y + side); py++) {
            for (int px = Math.max(0, x); px < Math.min(raster.width(), x + side); px++) {
                raster.blend(px, py, palette.background(), FADED);
            }
        }
    }

    /// True if there is room to frame a cell.
    boolean frames(int side) {
        return side >= RIM_FROM * scale;
    }

    /// Paints a cell that is a frame around the colour of its kind.
    void ring(int x, int y, int side, CellKind kind) {
        int wide = (int) Math.max(1, Math.round(scale));
        int inside = Math.max(1, side - 2 * wide);
        raster.box(x, y, side, side, palette.text());
        raster.box(x + wide, y + wide, inside, inside, fill(kind, 0));
    }

    /// Frames a cell; one too small for a frame is filled instead if it is `strong`.
    void frame(int x, int y, int side, boolean strong) {
        if (!frames(side)) {
            int least = Math.max(side, (int) Math.round(3 * scale));
            int from = (side - least) / 2;
            if (strong) {
                raster.box(x + from, y + from, least, least, palette.text());
            }
            return;
        }
        int wide = (int) Math.max(1, Math.round((strong ? 2 : 1) * scale));
        int whole = side + 2;
        raster.box(x - 1, y - 1, whole, wide, palette.text());
        raster.box(x - 1, y + side + 1 - wide, whole, wide, palette.text());
        raster.box(x - 1, y - 1, wide, whole, palette.text());
        raster.box(x + side + 1 - wide, y - 1, wide, whole, palette.text());
    }

    /// Fills the rows of a cell from `top` on.
    private void solid(int x, int y, int side, int top, int fill) {
        if (radius(side) == 0) {
            raster.box(x, y + top, side, side - top, fill);
            return;
        }
        double[] inside = mask(side);
        int right = Math.min(raster.width(), x + side);
        for (int py = Math.max(0, y + top); py < Math.min(raster.height(), y + side); py++) {
            int row = (py - y) * side - x;
            for (int px = Math.max(0, x); px < right; px++) {
                double share = inside[row + px];
                if (share >= 1) {
                    raster.set(px, py, fill);
                } else {
                    raster.blend(px, py, fill, share);
                }
            }
        }
    }

    /// How much of each pixel of a cell lies inside its round corners.
    private double[] mask(int side) {
        if (maskSide != side) {
            maskSide = side;
            mask = new double[side * side];
            for (int i = 0; i < mask.length; i++) {
                double inside = inside(i % side, i / side, side, radius(side));
                mask[i] = Math.clamp(inside, 0, 1);
            }
        }
        return mask;
    }

    private double radius(int side) {
        return side >= 12 * scale ? 3 * scale : side >= 6 * scale ? 1.5 * scale : 0;
    }

    private void patterned(int x, int y, int side, CellKind kind, int fill) {
        double radius = radius(side);
        int bottom = Math.min(raster.height(), y + side);
        int right = Math.min(raster.width(), x + side);
        for (int py = Math.max(0, y); py < bottom; py++) {
            for (int px = Math.max(0, x); px < right; px++) {
                double inside = inside(px - x, py - y, side, radius);
                raster.blend(px, py, fill, Math.clamp(inside, 0, 1));
                double line;
                if (kind == CellKind.UNSEEN) {
                    line = Hatch.coverage(px, py, scale) * 0.7;
                } else {
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

    /// How much of a pixel the slash, the bar or the cross covers.
    private double shape(int px, int py, int side, CellKind kind) {
        double margin = side >= 10 * scale ? side * 0.25 : 0;
        double x = px + 0.5;
        double y = py + 0.5;
        if (Math.min(Math.min(x, y), Math.min(side - x, side - y)) < margin) {
            return 0;
        }
        double off =
                switch (kind) {
                    case MAINTENANCE -> Math.abs(y - side / 2.0);
                    case DOWN -> Math.min(slash(x, y, side), Math.abs(x - y) / Math.sqrt(2));
                    default -> slash(x, y, side);
                };
        return Math.clamp(STROKE * scale / 2 + 0.5 - off, 0, 1);
    }

    private static double slash(double x, double y, int side) {
        return Math.abs(x + y - side) / Math.sqrt(2);
    }
}
