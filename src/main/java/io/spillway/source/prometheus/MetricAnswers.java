package io.spillway.source.prometheus;

import io.spillway.fleet.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one poll brought for one metric.
///
/// @param values answer to the metric's query
/// @param times when the samples were taken, epoch seconds as values; null if `up` is to tell
/// @param up of the metric's jobs
/// @param interval milliseconds between samples
record MetricAnswers(
        Metric metric,
        List<Series> values,
        @Nullable List<Series> times,
        UpTargets up,
        long interval) {}
