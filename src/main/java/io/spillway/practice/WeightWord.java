package io.spillway.practice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A weight as given to the Runtime API, read the way HAProxy reads it.
///
/// @param value 0..256, meaningless where `refusal` says something
/// @param refusal HAProxy's words, `null` where the weight is good
record WeightWord(int value, @Nullable String refusal) {
    private static final int MOST = 256;
    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d{1,9})(.*)", Pattern.DOTALL);

    /// @param word absolute, or in per cent of the initial weight; empty if none was given
    static WeightWord parse(String word, int initial) {
        if (word.isEmpty()) {
            return no("Require <weight> or <weight%>.\n");
        }
        Matcher m = NUMBER.matcher(word);
        if (!m.matches()) {
            return no("Empty weight string empty or preceded by garbage");
        }
        long number = Long.parseLong(m.group(1));
        String rest = m.group(2);
        if (rest.equals("%")) {
            return number < 0
                    ? no("Relative weight must be positive.\n")
                    : new WeightWord((int) Math.min(MOST, initial * number / 100), null);
        }
        if (number < 0 || number > MOST) {
            return no("Absolute weight can only be between 0 and 256 inclusive.\n");
        }
        return rest.isEmpty()
                ? new WeightWord((int) number, null)
                : no("Trailing garbage in weight string");
    }

    private static WeightWord no(String refusal) {
        return new WeightWord(-1, refusal);
    }
}
