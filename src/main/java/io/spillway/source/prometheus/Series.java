package io.spillway.source.prometheus;

import java.util.Map;

/// One value of an answer. A range gives one for each of its points.
///
/// @param labels without `__name__`
/// @param time in an instant answer when the engine evaluated the query, in a range when the sample
///   was taken; epoch milliseconds by the engine's clock
/// @param value may be NaN or infinite
record Series(Map<String, String> labels, long time, double value) {}
