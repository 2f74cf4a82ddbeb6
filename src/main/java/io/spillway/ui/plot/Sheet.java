package io.spillway.ui.plot;

import java.util.List;

/// Everything that the pixels of a plot depend on, apart from the data: when it changes, every
/// column is drawn anew.
///
/// @param palette the theme
/// @param column time covered by a column of pixels, milliseconds; column `k` covers `[k * column,
///   (k + 1) * column)`
/// @param height pixels
/// @param scale pixels per unit of length
/// @param top the value at the upper end of the y axis; the lower end is 0
/// @param ticks values that have a grid line
/// @param limits dashed lines
record Sheet(
        Palette palette,
        double column,
        int height,
        double scale,
        double top,
        List<Double> ticks,
        List<Limit> limits) {
    /// Room above the highest value, so that a line there is not cut; units of length.
    static final double PAD_TOP = 10;

    /// Room below zero, units of length.
    static final double PAD_BOTTOM = 1;

    private static final double LINE_WIDTH = 1.6;
    private static final double DOT_RADIUS = 2;

    /// The row of a value, 0 at the top of the picture, fractional.
    double row(double value) {
        double bottom = height - PAD_BOTTOM * scale;
        return bottom - value / top * (bottom - PAD_TOP * scale);
    }

    /// The position of a time, in columns since the epoch, fractional.
    double x(long time) {
        return time / column;
    }

    /// Half the width of a line, pixels.
    double radius() {
        return LINE_WIDTH * scale / 2;
    }

    /// The radius of a value that stands alone, pixels.
    double dot() {
        return DOT_RADIUS * scale;
    }
}
