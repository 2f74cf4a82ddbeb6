package io.spillway.example;

import io.spillway.alarm.rule.Guidance;
import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Unit;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Signal;
import io.spillway.alarm.signal.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A rule of one's own: a server that takes almost nothing of its pool's load, though it could.
final class StarvedRule {
    static final Rule RULE =
            new Rule(
                    "starved",
                    "Gets no traffic",
                    Priority.LOW,
                    new Guidance(
                            "The balancer sends the server next to nothing: a weight left low after"
                                    + " maintenance, or clients that stick to others.",
                            "Its capacity is missing as soon as load grows.",
                            "Look at its weight under Servers, and give it its share back.",
                            Duration.ofHours(1)),
                    new Limits(
                            .10, .20, Double.NaN, Duration.ofSeconds(60), Duration.ofSeconds(60)),
                    Unit.SHARE,
                    Duration.ofMinutes(15));

    private StarvedRule() {}

    /// One tick's signals: of servers that are not well or not known, and of those that an alarm is
    /// about already, which must be told how they are until it is over.
    ///
    /// @param rates requests per second of each server in service, NaN where not known
    /// @param tracked ids of what is followed, from [io.spillway.alarm.Memory#tracked]
    /// @param interval between samples, milliseconds
    static List<Signal> signals(
            String pool, Map<String, Double> rates, Set<String> tracked, long interval) {
        double mean =
                rates.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN);
        List<Signal> signals = new ArrayList<>();
        rates.forEach((server, rate) -> {
            Subject subject = Subject.server(pool, server);
            double share = mean > 0 ? rate / mean : Double.NaN;
            Signal signal =
                    new Signal(RULE.name(), subject, share, interval, null, "", "", Origin.OWN);
            if (!RULE.limits().well(share) || tracked.contains(signal.id())) {
                signals.add(signal);
            }
        });
        return signals;
    }
}
