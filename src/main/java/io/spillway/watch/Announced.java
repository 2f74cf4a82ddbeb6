package io.spillway.watch;

import io.spillway.watch.detect.Campaign;

/// A campaign of the calendar, held against capacity.
///
/// @param campaign as announced
/// @param load the most it is expected to bring, requests per second, NaN if unknown
/// @param capacity what the fleet can carry, NaN if unknown
public record Announced(Campaign campaign, double load, double capacity) {
    /// True if it is expected to bring more than the fleet can carry.
    public boolean tooMuch() {
        return load > capacity;
    }
}
