package io.spillway.watch;

import io.spillway.watch.capacity.Capacity;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.usual.Band;
import java.util.List;

/// What watch makes of one load: the fleet's or a pool's.
///
/// @param subject the pool's name, empty for the fleet
/// @param load requests per second now, NaN if not known live
/// @param usual what is usual, from a day ago to two hours ahead
/// @param detections those that last and those that ended within the last day, newest first
/// @param capacity what it can carry
/// @param forecast when that runs out
public record LoadOutlook(
        String subject,
        double load,
        Band usual,
        List<Detection> detections,
        Capacity capacity,
        Forecast forecast) {
    public LoadOutlook {
        detections = List.copyOf(detections);
    }

    /// Room below capacity as a share of capacity, below 0 if there is none, NaN if unknown.
    public double headroom() {
        return 1 - load / capacity.atLimit();
    }
}
