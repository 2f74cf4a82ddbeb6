package io.spillway.history;

import io.spillway.fleet.Metric;
import java.util.Arrays;

/// A stretch of one aggregate that was learnt from elsewhere.
///
/// @param subject what it is taken over
/// @param metric as in [Aggregates#series]
/// @param statistic as in [Aggregates#series]
/// @param resolution not [Resolution#TICK]
/// @param start when the first step begins, epoch milliseconds, a multiple of the resolution's step
/// @param values one a step, NaN where nothing is known
public record Fill(
        Subject subject,
        Metric metric,
        Statistic statistic,
        Resolution resolution,
        long start,
        float[] values) {
    public Fill {
        if (resolution.step() == 0 || start % resolution.step() != 0) {
            throw new IllegalArgumentException(
                    "A fill begins at a step, not at " + start + " of " + resolution);
        }
    }

    /// The part of it that ends by a time.
    ///
    /// @param time epoch milliseconds
    public Fill until(long time) {
        long steps = Math.clamp((time - start) / resolution.step(), 0, (long) values.length);
        return steps == values.length
                ? this
                : new Fill(
                        subject,
                        metric,
                        statistic,
                        resolution,
                        start,
                        Arrays.copyOf(values, (int) steps));
    }
}
