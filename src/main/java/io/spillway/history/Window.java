package io.spillway.history;

import java.util.List;

/// An immutable copy of the fleet's recent past, oldest first; all arrays have the same length. A
/// gap is NaN. Time is strictly increasing.
///
/// @param times epoch milliseconds
/// @param requests sum over the fleet, per second
/// @param cpuLow fifth percentile of CPU over the fleet, 0..1
/// @param cpuMedian median
/// @param cpuHigh ninety-fifth percentile
/// @param cpuMax highest
/// @param outliers the servers that are hottest now, hottest first, at most three; a named server
///   gives way only to one that is hotter by more than three points
public record Window(
        long[] times,
        float[] requests,
        float[] cpuLow,
        float[] cpuMedian,
        float[] cpuHigh,
        float[] cpuMax,
        List<Trace> outliers) {
    /// One server's CPU on the same times.
    ///
    /// @param server its name
    /// @param cpu share of CPU, 0..1, NaN for gaps and before it was known
    public record Trace(String server, float[] cpu) {}

    /// No past.
    public static Window empty() {
        float[] none = new float[0];
        return new Window(new long[0], none, none, none, none, none, List.of());
    }
}
