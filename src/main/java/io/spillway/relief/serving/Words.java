package io.spillway.relief.serving;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Figures and names as operators read them.
public final class Words {
    private static final int NAMED = 3;

    private Words() {}

    /// `web-1`, `web-1 and web-2`, `web-1, web-2, web-3 and 2 more`.
    public static String some(List<String> names) {
        int size = names.size();
        if (size > NAMED) {
            return String.join(", ", names.subList(0, NAMED)) + " and " + (size - NAMED) + " more";
        }
        return size < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, size - 1)) + " and " + names.getLast();
    }

    /// `81 %`.
    public static String percent(double share) {
        return Double.isInfinite(share) ? "far over 100 %" : Math.round(100 * share) + " %";
    }

    /// `1 server`, `12 servers`.
    public static String count(long n, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
    }

    /// `45 s`, `2 min`, `2 min 5 s`, rounded up to whole seconds.
    public static String time(Duration duration) {
        long seconds = (duration.toMillis() + 999) / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        String minutes = seconds / 60 + " min";
        return seconds % 60 == 0 ? minutes : minutes + " " + seconds % 60 + " s";
    }
}
