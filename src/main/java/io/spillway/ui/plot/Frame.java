package io.spillway.ui.plot;

/// Where the picture of a plot lies in the plot, and where a time and a value lie in it; in units
/// of length.
///
/// @param first the number of the first column shown
record Frame(double left, double top, double width, double height, Sheet sheet, long first) {
    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    double x(long time) {
        return left + (sheet.x(time) - first) / sheet.scale();
    }

    double y(double value) {
        return top + sheet.row(value) / sheet.scale();
    }

    /// The time at a position.
    long time(double x) {
        return Math.round(((x - left) * sheet.scale() + first) * sheet.column());
    }

    /// The time at the left edge.
    long start() {
        return time(left);
    }

    /// The time at the right edge.
    long end() {
        return time(right());
    }

    boolean contains(double x) {
        return x >= left && x <= right();
    }
}
