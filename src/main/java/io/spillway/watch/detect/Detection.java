package io.spillway.watch.detect;

/// Something that was detected in one series. A detection whose level rises or that ends is given
/// again with the same `time` and `kind`.
///
/// @param time when it was noticed, epoch milliseconds
/// @param kind what it is
/// @param level the highest level it has had
/// @param until when it ended, epoch milliseconds; 0 while it lasts
/// @param value the load at its last change, in the series' unit
/// @param usual what would have been usual then, NaN if unknown
public record Detection(
        long time, Kind kind, Level level, long until, double value, double usual) {}
