package io.spillway.history;

import java.util.Arrays;

/// A copy of one series, oldest first. Time is strictly increasing; NaN where nothing is known.
///
/// @param times epoch milliseconds: of the tick, or the end of the step
/// @param values in the metric's unit, as many as times
public record Series(long[] times, float[] values) {
    /// Takes a value and its time.
    @FunctionalInterface
    public interface Sink {
        /// Called once for each value.
        ///
        /// @param time epoch milliseconds
        void take(long time, float value);
    }

    /// Hands out every value that is known, oldest first.
    public void forEach(Sink sink) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
                sink.take(times[i], values[i]);
            }
        }
    }

    /// Values that are known.
    public int known() {
        int known = 0;
        for (float value : values) {
            known += Float.isNaN(value) ? 0 : 1;
        }
        return known;
    }

    Series fromFirstKnown() {
        int skip = 0;
        while (skip < values.length && Float.isNaN(values[skip])) {
            skip++;
        }
        return new Series(
                Arrays.copyOfRange(times, skip, times.length),
                Arrays.copyOfRange(values, skip, values.length));
    }
}
