package io.spillway.source.prometheus;

import java.util.Locale;
import java.util.regex.Pattern;

/// Numbers as the query API writes them: text, with `NaN`, `+Inf` and `-Inf`.
final class SampleText {
    // Double.parseDouble takes more than numbers: spaces, hexadecimal, a closing 'd'.
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private SampleText() {}

    /// The number, NaN or an infinity.
    ///
    /// @throws NumberFormatException if the text is none of these
    static double parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> number(text);
        };
    }

    private static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException("not a number");
        }
        return Double.parseDouble(text);
    }
}
