package io.spillway.ui.servers;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Slot;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/// What the table can be ordered by. Ties are in the order of names.
enum ServerKey {
    NAME,
    POOL,
    CPU,
    REQUESTS,
    IN_FLIGHT,
    QUEUE,
    LATENCY,
    ERRORS,
    APPLIED,
    SHARE;

    Comparator<ServerFacts> order(boolean ascending) {
        Comparator<ServerFacts> byName =
                Comparator.comparing((ServerFacts f) -> f.server().name())
                        .thenComparing(f -> f.server().pool());
        Comparator<ServerFacts> order =
                switch (this) {
                    case NAME -> byName;
                    case POOL -> Comparator.comparing(f -> f.server().pool());
                    case CPU -> by(f -> f.value(Metric.CPU));
                    case REQUESTS -> by(f -> f.value(Metric.REQUESTS));
                    case IN_FLIGHT -> by(f -> f.value(Metric.IN_FLIGHT));
                    case QUEUE -> by(f -> f.value(Metric.QUEUE));
                    case LATENCY -> by(f -> f.value(Metric.LATENCY));
                    case ERRORS -> by(f -> f.value(Metric.ERRORS));
                    case APPLIED -> by(ServerKey::weight);
                    case SHARE -> by(ServerFacts::share);
                };
        return (ascending ? order : order.reversed()).thenComparing(byName);
    }

    private static double weight(ServerFacts facts) {
        return facts.held().values().stream().mapToInt(Slot::weight).max().orElse(-1);
    }

    /// By a number; servers without one come last when the highest come first.
    private static Comparator<ServerFacts> by(ToDoubleFunction<ServerFacts> number) {
        return Comparator.comparingDouble(f -> {
            double v = number.applyAsDouble(f);
            return Double.isNaN(v) ? Double.NEGATIVE_INFINITY : v;
        });
    }
}
