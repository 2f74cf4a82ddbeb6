package io.spillway.source.prometheus;

import java.util.Locale;
import tools.jackson.core.io.NumberInput;

/// Numbers as the query API writes them: text, with `NaN`, `+Inf` and `-Inf`.
final class SampleText {
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

    // Parsers of Java take more than numbers: spaces, hexadecimal, a closing 'd'.
    private static double number(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && ".eE+-".indexOf(c) < 0) {
                throw new NumberFormatException("not a number");
            }
        }
        return NumberInput.parseDouble(text, true);
    }
}
