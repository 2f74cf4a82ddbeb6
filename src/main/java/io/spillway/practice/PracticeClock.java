package io.spillway.practice;

import java.time.Instant;
import java.time.InstantSource;

/// Practice time: stands still until the fleet is stepped. Safe for any thread.
public final class PracticeClock implements InstantSource {
    private volatile Instant now;

    PracticeClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Called by the fleet alone, after the model has reached that time.
    void set(long millis) {
        now = Instant.ofEpochMilli(millis);
    }
}
