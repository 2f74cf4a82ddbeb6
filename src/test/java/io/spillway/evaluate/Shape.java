package io.spillway.evaluate;

/// A surge that is multiplied into a series: load grows evenly to a factor and stays there.
enum Shape {
    STEP("step 1.5x", 1.5, 0, 4, 3),
    TWO_IN_TEN("2x in 10 min", 2, 10, 7, 6),
    THREE_IN_45("3x in 45 min", 3, 45, 10, 9),
    TWO_IN_45("2x in 45 min", 2, 45, 18, 16);

    private final String text;
    private final double factor;
    private final double minutes;
    private final double line;
    private final double goal;

    Shape(String text, double factor, double minutes, double line, double goal) {
        this.text = text;
        this.factor = factor;
        this.minutes = minutes;
        this.line = line;
        this.goal = goal;
    }

    String text() {
        return text;
    }

    /// Median delay to beat, minutes.
    double line() {
        return line;
    }

    /// Median delay wished for, minutes.
    double goal() {
        return goal;
    }

    /// The factor in the minute that begins so many minutes after the start.
    double at(double minute) {
        if (minute < 0) {
            return 1;
        }
        return minutes == 0 ? factor : 1 + (factor - 1) * Math.min(1, (minute + 0.5) / minutes);
    }
}
