package io.spillway.ui.plot;

/// How much of each pixel of one column a shape covers.
final class Coverage {
    private final double[] rows;
    private int first;
    private int last;

    Coverage(int height) {
        this.rows = new double[height];
        this.first = height;
        this.last = -1;
    }

    /// Adds a piece that reaches from row `upper` to row `lower` (fractional, downwards) over
    /// `width` of the column's width.
    void add(double upper, double lower, double width) {
        double from = Math.max(0, upper);
        double to = Math.min(rows.length, lower);
        if (!(from < to)) {
            return;
        }
        int begin = (int) from;
        int end = Math.min(rows.length - 1, (int) to);
        for (int row = begin; row <= end; row++) {
            rows[row] += width * (Math.min(to, row + 1) - Math.max(from, row));
        }
        first = Math.min(first, begin);
        last = Math.max(last, end);
    }

    /// Paints what was added and forgets it.
    ///
    /// @param opacity 0..1
    void paint(Raster raster, int x, int argb, double opacity) {
        for (int row = first; row <= last; row++) {
            if (rows[row] > 0) {
                raster.blend(x, row, argb, rows[row] * opacity);
                rows[row] = 0;
            }
        }
        first = rows.length;
        last = -1;
    }
}
