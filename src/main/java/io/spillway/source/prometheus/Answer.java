package io.spillway.source.prometheus;

import java.util.List;

/// What the engine answered to one query that succeeded.
///
/// @param series in the engine's order
/// @param warnings the engine's own words on what is missing
record Answer(List<Series> series, List<String> warnings) {}
