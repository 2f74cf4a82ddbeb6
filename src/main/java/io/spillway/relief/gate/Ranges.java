package io.spillway.relief.gate;

import io.spillway.relief.Plan.Range;

/// Between what a gate may move by itself while an act holds, permille refused.
public final class Ranges {
    private Ranges() {}

    /// What the trim may make of a gate: it lets in between 0.3 and 1.4 times what was planned. An
    /// open gate stays open.
    ///
    /// @param shed as planned, permille, 0..1000
    public static Range around(int shed) {
        if (shed == 0) {
            return new Range(0, 0);
        }
        int admitted = 1000 - shed;
        int low = (int) Math.max(0, Math.round(1000 - Throttle.MOST * admitted));
        int high = (int) Math.round(1000 - Throttle.LEAST * admitted);
        return new Range(low, Math.max(shed, Math.min(Admission.MOST, high)));
    }

    /// The nearest value within.
    static int clamp(Range range, int shed) {
        return Math.clamp(shed, range.low(), range.high());
    }
}
