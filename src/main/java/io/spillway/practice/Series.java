package io.spillway.practice;

import java.util.Map;
import java.util.function.ToDoubleFunction;

/// One line of an answer.
///
/// @param labels without the metric's name unless the query keeps it
/// @param value at a moment; NaN where there is none
record Series(Map<String, String> labels, ToDoubleFunction<Moment> value) {}
