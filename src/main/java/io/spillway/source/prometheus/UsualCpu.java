package io.spillway.source.prometheus;

import java.util.HashMap;
import java.util.Map;

/// What each process usually takes: a slow mean of what it took at every reading.
final class UsualCpu {
    private static final double HALF_LIFE = 600_000;

    /// A process that is not among the busiest keeps its mean for so long.
    private static final long KEPT = 3_600_000;

    private final Map<Map<String, String>, Mean> means = new HashMap<>();
    private boolean first = true;
    private long now;

    private static final class Mean {
        double value;
        long time;
    }

    /// Starts a reading.
    ///
    /// @param time of it, epoch milliseconds
    void begin(long time) {
        now = time;
        means.values().removeIf(mean -> now - mean.time > KEPT);
    }

    /// What was usual before this reading. Whatever the very first reading finds is usual; what
    /// comes up later was not.
    double of(Map<String, String> labels, double cores) {
        Mean mean = means.get(labels);
        if (mean == null) {
            mean = new Mean();
            mean.value = first ? cores : 0;
            mean.time = now;
            means.put(labels, mean);
        }
        double before = mean.value;
        // A clock that was set back must not unlearn what was learnt.
        double weight = 1 - Math.pow(0.5, Math.max(0, now - mean.time) / HALF_LIFE);
        mean.value += weight * (cores - mean.value);
        mean.time = now;
        return before;
    }

    /// Ends a reading.
    void end() {
        first = false;
    }
}
