package io.spillway.ui.plot;

/// The columns that a plot shows. One that follows the present moves in strides of a few columns,
/// and between two strides the newest columns grow into the room at its right edge: moving redraws
/// the whole picture, growing only a narrow piece of it.
///
/// @param column time covered by a column of pixels, milliseconds
/// @param columns how many there are, at least one
/// @param first the number of the first one
record Stretch(double column, int columns, long first) {
    /// How far a plot moves at once, units of length.
    private static final double STRIDE = 16;

    /// The longest time for which something new is not drawn, milliseconds.
    private static final double PATIENCE = 5_000;

    /// @param width of the picture, units of length
    /// @param scale pixels per unit of length
    static Stretch of(TimeAxis axis, double width, double scale) {
        int columns = (int) Math.round(width * scale);
        double column = axis.stretch() / (double) columns;
        long last = (long) Math.floor(axis.end() / column);
        if (axis.live()) {
            long stride = Math.clamp(Math.round(STRIDE * scale), 1, columns);
            last = Math.floorDiv(last, stride) * stride + stride - 1;
        }
        return new Stretch(column, columns, last - columns + 1);
    }

    /// Counts the moments at which what is new is drawn: when a column is complete, and where that
    /// takes long, every few seconds.
    long beat(long now) {
        return (long) Math.floor(now / Math.min(column, PATIENCE));
    }

    /// The time at the left edge.
    long start() {
        return Math.round(first * column);
    }
}
