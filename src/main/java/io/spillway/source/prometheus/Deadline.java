package io.spillway.source.prometheus;

import java.time.Duration;

/// The moment by which an answer must be there.
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// Nanoseconds left, at least one.
    long left() {
        return Math.max(1, nanoTime - System.nanoTime());
    }
}
