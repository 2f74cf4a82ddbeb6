package io.spillway.app.output;

import java.util.Locale;

/// Numbers for people; `-` where there is none.
final class Figures {
    private static final String NONE = "-";

    private Figures() {}

    /// A share 0..1 as a percentage.
    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.0f%%", share * 100) : NONE;
    }

    /// A rate or a count.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        return String.format(
                Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.1f" : "%.0f", value);
    }

    /// Seconds, as milliseconds where short.
    static String seconds(double seconds) {
        if (!Double.isFinite(seconds)) {
            return NONE;
        }
        return Math.abs(seconds) < 1
                ? String.format(Locale.ROOT, "%.0f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
