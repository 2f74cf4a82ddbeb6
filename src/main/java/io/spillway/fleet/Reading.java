package io.spillway.fleet;

/// One cell of a [FleetState].
///
/// @param value in the metric's unit; NaN where `quality` carries no value
/// @param time when the sample was taken, epoch milliseconds; 0 where there never was one
/// @param quality how far the value may be trusted
public record Reading(float value, long time, Quality quality) {
    /// A reading without a value.
    public static Reading none(Quality quality) {
        return new Reading(Float.NaN, 0, quality);
    }
}
