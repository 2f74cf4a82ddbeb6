package io.spillway.history;

import io.spillway.fleet.Metric;
import java.util.List;

/// Which aggregates are kept of every subject, and in which order.
final class Columns {
    /// What is aggregated, in the order of its columns.
    static final List<Metric> METRICS =
            List.of(Metric.REQUESTS, Metric.CPU, Metric.LATENCY, Metric.ERRORS);

    /// Columns of one subject: a sum of requests, and four percentiles of each metric.
    static final int COUNT = 1 + 4 * METRICS.size();

    private static final int PERCENTILES = 4;

    private Columns() {}

    /// The column of an aggregate within its subject.
    ///
    /// @throws IllegalArgumentException if it is not kept
    static int of(Metric metric, Statistic statistic) {
        int m = METRICS.indexOf(metric);
        if (m < 0 || (statistic == Statistic.SUM && metric != Metric.REQUESTS)) {
            throw new IllegalArgumentException(
                    "The history keeps no " + statistic + " of " + metric);
        }
        return statistic == Statistic.SUM ? 0 : percentiles(m) + statistic.ordinal() - 1;
    }

    /// The first percentile's column of the `m`-th metric.
    static int percentiles(int m) {
        return 1 + PERCENTILES * m;
    }

    static Metric metric(int column) {
        return METRICS.get(Math.max(0, column - 1) / PERCENTILES);
    }

    static Statistic statistic(int column) {
        return column == 0 ? Statistic.SUM : Statistic.values()[1 + (column - 1) % PERCENTILES];
    }

    /// True for a column whose longer steps hold the greatest tick, not the mean.
    static boolean isMax(int column) {
        return column > 0 && column % PERCENTILES == 0;
    }
}
