package io.spillway.watch.detect;

import java.util.List;

/// The announced surges.
///
/// @param campaigns in any order
public record Calendar(List<Campaign> campaigns) {
    /// Load rises before the hour and falls after it, milliseconds.
    private static final long MARGIN = 15 * 60_000L;

    public Calendar {
        campaigns = List.copyOf(campaigns);
    }

    /// How many times the usual load is allowed at a time: the largest factor announced for it, at
    /// least 1.
    public double allowed(long time) {
        double allowed = 1;
        for (Campaign campaign : campaigns) {
            if (time >= campaign.start() - MARGIN && time < campaign.end() + MARGIN) {
                allowed = Math.max(allowed, campaign.factor());
            }
        }
        return allowed;
    }
}
