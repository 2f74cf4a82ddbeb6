package io.spillway.relief;

/// What a plan does to one server.
///
/// @param name the server
/// @param weightNow weight before, 0..256
/// @param weightAfter weight after, 0..256
/// @param cpuNow share of CPU now, 0..1, NaN if unknown
/// @param cpuAfter predicted share of CPU, NaN if unknown
/// @param shareNow share of the pool's load by weight, 0..1
/// @param shareAfter the same after the plan
public record Move(
        String name,
        int weightNow,
        int weightAfter,
        float cpuNow,
        float cpuAfter,
        double shareNow,
        double shareAfter) {
    /// True if the server's share of the load changes, not merely its number.
    public boolean changesShare() {
        return Math.abs(shareNow - shareAfter) > 1e-6;
    }
}
