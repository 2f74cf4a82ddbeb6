package io.spillway.relief.standby;

import java.time.Duration;

/// How many servers a pool should have.
///
/// @param wanted the number, never below the least
/// @param change against those that serve now; above 0 to bring in, below to take back
/// @param ratio demand against what those who serve take at the target, NaN if unknown
/// @param missing servers that would be needed beyond what there is
/// @param gap how long before new servers help the limit may be reached, zero if they are in time
/// @param shed requests a second to turn away until they help, 0 if none
/// @param text one or two sentences for operators
public record Advice(
        int wanted, int change, double ratio, int missing, Duration gap, double shed, String text) {
    /// True if a gate should bridge the time until new servers help.
    public boolean gate() {
        return gap.isPositive();
    }
}
