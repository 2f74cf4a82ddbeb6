package io.spillway.watch.capacity;

/// What a pool, or the fleet, can carry.
///
/// @param atLimit load at which its first server reaches the CPU limit at present shares, requests
///   per second; NaN if unknown
/// @param full the same for 100 % CPU
/// @param shared load that fits below the limit if it were shared out by capacity
/// @param confidence how far to trust these
/// @param why one sentence if unknown or weak, else empty
public record Capacity(
        double atLimit, double full, double shared, Confidence confidence, String why) {
    /// How far to trust a figure.
    public enum Confidence {
        /// The data cannot support a figure.
        NONE,
        WEAK,
        FAIR,
        GOOD
    }

    /// No figure.
    public static Capacity unknown(String why) {
        return new Capacity(Double.NaN, Double.NaN, Double.NaN, Confidence.NONE, why);
    }
}
