package io.spillway.practice;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths and points of time as a metrics engine writes them.
final class Spans {
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdwy])");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d+(?:ms|[smhdwy]))+");
    private static final Map<String, Long> UNITS =
            Map.of(
                    "ms", 1L,
                    "s", 1_000L,
                    "m", 60_000L,
                    "h", 3_600_000L,
                    "d", 86_400_000L,
                    "w", 604_800_000L,
                    "y", 31_536_000_000L);

    private Spans() {}

    /// `5s`, `1m30s` or `500ms` in milliseconds.
    static long millis(String span) throws QueryException {
        String text = span.strip();
        if (!WHOLE.matcher(text).matches()) {
            throw new QueryException("not a valid duration string: \"" + text + "\"");
        }
        long sum = 0;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum += Long.parseLong(part.group(1)) * UNITS.getOrDefault(part.group(2), 0L);
        }
        return sum;
    }

    /// A step: seconds as a number, or a span.
    static long step(String text) throws QueryException {
        return isNumber(text) ? Math.round(Double.parseDouble(text) * 1000) : millis(text);
    }

    /// A time: seconds since the epoch, or ISO 8601; milliseconds since the epoch.
    static long time(String name, String text) throws QueryException {
        if (isNumber(text)) {
            return Math.round(Double.parseDouble(text) * 1000);
        }
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw new QueryException(
                    "invalid parameter \"%s\": cannot parse \"%s\" to a valid timestamp"
                            .formatted(name, text));
        }
    }

    /// The shortest spelling that `millis` reads back.
    static String text(long millis) {
        StringBuilder out = new StringBuilder();
        long rest = millis;
        for (String unit : new String[] {"h", "m", "s", "ms"}) {
            long size = UNITS.getOrDefault(unit, 1L);
            if (rest >= size) {
                out.append(rest / size).append(unit);
                rest %= size;
            }
        }
        return out.toString();
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d*)?([eE][+-]?\\d{1,2})?");
    }
}
