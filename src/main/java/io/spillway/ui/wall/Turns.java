package io.spillway.ui.wall;

import java.time.Duration;

/// Whose turn it is of several views. While it is held the first stands, for that is the one its
/// administrator wants to be seen when it matters.
final class Turns {
    private final int count;
    private final long each;
    private int at;
    private long since;

    /// @param count of views, at least 1
    /// @param each how long a view stands
    /// @param at which begins; any number
    /// @param now epoch milliseconds
    Turns(int count, Duration each, int at, long now) {
        this.count = count;
        this.each = Math.max(1, each.toMillis());
        this.at = Math.floorMod(at, count);
        this.since = now;
    }

    /// The view that is to be seen, from 0.
    ///
    /// @param now epoch milliseconds
    /// @param held true while an alarm of high priority asks for an answer
    int at(long now, boolean held) {
        if (held) {
            at = 0;
            since = now;
        } else if (now - since >= each || now < since) {
            at = (at + 1) % count;
            since = now;
        }
        return at;
    }
}
