package io.spillway.source.prometheus;

import io.spillway.fleet.Metric;
import java.util.Locale;

/// A metric's query as it is sent.
///
/// @param value PromQL
/// @param time PromQL, empty if the samples' times are to come from `up`
record ResolvedQuery(Metric metric, String value, String time) {
    private static final String WINDOW = "{{window}}";

    /// Puts in the window and, for a plain selector without a `time`, the query for its times.
    static ResolvedQuery of(Metric metric, MetricQuery query, long window) {
        String text = Durations.format(window);
        String value = query.query().replace(WINDOW, text);
        String time = query.time().replace(WINDOW, text);
        if (time.isBlank() && Selectors.isPlain(value)) {
            time = "timestamp(" + value + ")";
        }
        return new ResolvedQuery(metric, value, time);
    }

    boolean timeFromUp() {
        return time.isBlank();
    }

    /// The metric's word in the configuration.
    String word() {
        return metric == Metric.IN_FLIGHT ? "inFlight" : metric.name().toLowerCase(Locale.ROOT);
    }
}
