package io.spillway.relief.standby;

import io.spillway.relief.serving.Words;
import java.time.Duration;

/// Advice in words.
final class Sayings {
    private Sayings() {}

    static String of(Situation now, int wanted, int missing, Duration gap, double shed) {
        int change = wanted - now.serving();
        String text = text(now, wanted, change);
        if (missing > 0) {
            text +=
                    " %s more would be needed than there are."
                            .formatted(Words.count(missing, "server"));
        }
        if (gap.isPositive()) {
            String rate =
                    shed >= 1 ? "%,d req/s".formatted(Math.round(shed)) : "the least critical";
            text +=
                    " They help in full after %s, the limit may be reached %s before: gate %s until then."
                            .formatted(Words.time(now.untilFull()), Words.time(gap), rate);
        }
        return text;
    }

    private static String text(Situation now, int wanted, int change) {
        if (Double.isNaN(now.demand()) || now.capacity() <= 0) {
            return change > 0
                    ? "Bring in %s: at least %d must serve."
                            .formatted(Words.count(change, "server"), now.least())
                    : "No advice: demand or what the servers take is not known.";
        }
        long share = Math.round(100 * now.demand() / now.capacity());
        if (change > 0 && wanted == now.least() && share <= 100) {
            return "Bring in %s: at least %d must serve."
                    .formatted(Words.count(change, "server"), now.least());
        } else if (change > 0) {
            return "Bring in %s: demand is %d %% of what %s take at the target."
                    .formatted(
                            Words.count(change, "server"),
                            share,
                            Words.count(now.serving(), "server"));
        } else if (change < 0) {
            return "%s may go back: demand has been calm for %d min and is %d %% of what serves."
                    .formatted(Words.count(-change, "server"), Advisor.CALM.toMinutes(), share);
        }
        return "%s are enough: demand is %d %% of what they take at the target."
                .formatted(Words.count(now.serving(), "server"), share);
    }
}
