package io.spillway.history;

import java.util.List;

/// A stretch of every aggregate of one resolution, to be saved and restored as a whole.
///
/// @param resolution not [Resolution#TICK]
/// @param number counts the stretches since the epoch, each [Resolution#segment] steps long
/// @param fills one for each aggregate of which something is known, all from the stretch's begin
public record Segment(Resolution resolution, long number, List<Fill> fills) {
    public Segment {
        fills = List.copyOf(fills);
    }

    /// When the stretch begins, epoch milliseconds.
    public long start() {
        return number * length(resolution);
    }

    /// When the stretch ends, epoch milliseconds.
    public long end() {
        return (number + 1) * length(resolution);
    }

    /// Milliseconds in a stretch.
    public static long length(Resolution resolution) {
        return resolution.segment() * resolution.step();
    }
}
