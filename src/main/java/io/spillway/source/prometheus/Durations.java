package io.spillway.source.prometheus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as Prometheus writes them: `1m30s`, `500ms`.
final class Durations {
    private static final Pattern PART = Pattern.compile("\\G(\\d+(?:\\.\\d+)?)(ms|[smhdw])");

    private Durations() {}

    /// Milliseconds, 0 if the text is no duration.
    static long parse(String text) {
        Matcher m = PART.matcher(text);
        double millis = 0;
        int end = 0;
        while (m.find()) {
            millis += Double.parseDouble(m.group(1)) * unit(m.group(2));
            end = m.end();
        }
        return end == text.length() ? Math.round(millis) : 0;
    }

    /// The shortest form that PromQL reads.
    static String format(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    private static long unit(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 604_800_000;
        };
    }
}
