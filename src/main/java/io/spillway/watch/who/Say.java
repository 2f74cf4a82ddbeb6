package io.spillway.watch.who;

import java.util.Locale;

/// Numbers as evidence says them.
final class Say {
    private Say() {}

    @SuppressWarnings("AnnotateFormatMethod")
    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /// As `61 %`; small ones with a decimal.
    static String percent(double share) {
        double percent = 100 * Math.min(1, Math.max(0, share));
        return percent > 0 && percent < 1 ? text("%.1f %%", percent) : text("%.0f %%", percent);
    }

    /// As `1,204` or `5.6`.
    static String number(double value) {
        return value < 20 && value != Math.rint(value)
                ? text("%.1f", value)
                : text("%,d", Math.round(value));
    }

    /// As `7 sources` or `1 source`.
    static String count(double value, String thing) {
        return number(value) + " " + thing + (Math.round(value) == 1 ? "" : "s");
    }

    /// As `4 min` or `2 h`.
    static String duration(long millis) {
        long minutes = Math.round(millis / 60_000.0);
        if (minutes < 1) {
            return Math.round(millis / 1000.0) + " s";
        }
        return minutes < 120 ? minutes + " min" : Math.round(minutes / 60.0) + " h";
    }

    /// A text that fits a line.
    static String brief(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}
