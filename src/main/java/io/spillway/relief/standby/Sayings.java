package io.spillway.relief.standby;

import java.time.Duration;
import java.util.Locale;

/// Advice in words.
final class Sayings {
    private Sayings() {}

    static String of(Situation now, int wanted, int missing, Duration gap, double shed) {
        int change = wanted - now.serving();
        String text = text(now, wanted, change);
        if (missing > 0) {
            text += " %s more would be needed than there are.".formatted(servers(missing));
        }
        if (gap.isPositive()) {
            String rate = shed >= 1 ? "%,d req/s".formatted(Math.round(shed)) : "the least critical";
            text +=
                    " They help in full after %s, the limit may be reached %s before: gate %s until then."
                            .formatted(
                                    time(now.untilFull()),
                                    time(gap),
                                    rate);
        }
        return text;
    }

    private static String text(Situation now, int wanted, int change) {
        if (Double.isNaN(now.demand()) || now.capacity() <= 0) {
            return change > 0
                    ? "Bring in %s: at least %d must serve.".formatted(servers(change), now.least())
                    : "No advice: demand or what the servers take is not known.";
        }
        long share = Math.round(100 * now.demand() / now.capacity());
        if (change > 0 && wanted == now.least() && share <= 100) {
            return "Bring in %s: at least %d must serve.".formatted(servers(change), now.least());
        } else if (change > 0) {
            return "Bring in %s: demand is %d %% of what %s take at the target."
                    .formatted(servers(change), share, servers(now.serving()));
        } else if (change < 0) {
            return "%s may go back: demand has been calm for %d min and is %d %% of what serves."
                    .formatted(servers(-change), Advisor.CALM.toMinutes(), share);
        }
        return "%s are enough: demand is %d %% of what they take at the target."
                .formatted(servers(now.serving()), share);
    }

    static String servers(int n) {
        return String.format(Locale.ROOT, "%,d server%s", n, n == 1 ? "" : "s");
    }

    /// `45 s`, `2 min`, `2 min 5 s`.
    static String time(Duration duration) {
        long seconds = (duration.toMillis() + 999) / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        String minutes = seconds / 60 + " min";
        return seconds % 60 == 0 ? minutes : minutes + " " + seconds % 60 + " s";
    }
}
