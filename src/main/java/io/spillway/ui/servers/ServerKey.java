package io.spillway.ui.servers;

import io.spillway.fleet.Metric;

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

    /// What a server is ordered by, NaN where it is not known.
    ///
    /// @param ranks of names and pools
    float of(FactsReader reader, NameRanks ranks, int i) {
        return switch (this) {
            case NAME -> ranks.rank(i);
            case POOL -> ranks.pool(i);
            case CPU -> reader.value(Metric.CPU, i);
            case REQUESTS -> reader.value(Metric.REQUESTS, i);
            case IN_FLIGHT -> reader.value(Metric.IN_FLIGHT, i);
            case QUEUE -> reader.value(Metric.QUEUE, i);
            case LATENCY -> reader.value(Metric.LATENCY, i);
            case ERRORS -> reader.value(Metric.ERRORS, i);
            case APPLIED -> reader.weight(i);
            case SHARE -> (float) reader.share(i);
        };
    }
}
