package io.spillway.alarm.rule;

import java.time.Duration;

/// Between which levels an alarm comes and goes, and how long either takes. Where set is below
/// clear, low values are the bad ones. A value at a level counts as beyond it.
///
/// @param set from where it is bad
/// @param clear from where it is well again, on the safe side of set or equal to it
/// @param high from where it is of high priority, at or beyond set; NaN for never
/// @param onDelay how long it must be bad
/// @param offDelay how long it must be well
public record Limits(double set, double clear, double high, Duration onDelay, Duration offDelay) {
    /// True if low values are the bad ones.
    public boolean low() {
        return set < clear;
    }

    /// True if a value is bad; false for NaN.
    public boolean bad(double value) {
        return low() ? value <= set : value >= set;
    }

    /// True if a value is well again. Where set and clear are the same level, whatever is not bad.
    public boolean well(double value) {
        if (set == clear) {
            return value < set;
        }
        return low() ? value >= clear : value <= clear;
    }

    /// True if a value is of high priority.
    public boolean urgent(double value) {
        return low() ? value <= high : value >= high;
    }
}
