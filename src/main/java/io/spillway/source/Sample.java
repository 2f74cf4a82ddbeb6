package io.spillway.source;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import java.util.Map;

/// One value that a source gave, before it is joined to a server.
///
/// A balancer's samples carry the labels `proxy` (backend) and `server`, and the desk adds them up
/// over balancers (means are weighted by requests); a metrics engine's samples carry its own
/// labels.
///
/// @param metric what was measured
/// @param labels what it was measured of
/// @param value in the metric's unit; NaN unless `quality` is [Quality#LIVE]
/// @param time when the sample was taken, epoch milliseconds
/// @param interval milliseconds between samples of this series, as far as learnt; 0 if unknown
/// @param quality [Quality#LIVE], [Quality#INVALID] or [Quality#TARGET_DOWN]; ageing is the desk's
public record Sample(
        Metric metric,
        Map<String, String> labels,
        float value,
        long time,
        long interval,
        Quality quality) {}
