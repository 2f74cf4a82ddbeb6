package io.spillway.ui.wall;

import java.time.Duration;

/// Whose turn it is of several views. While it is held one of them stands: the first, which its
/// administrator wants to be seen when it matters; on the next screen the second.
final class Turns {
    private final int count;
    private final long each;
    private final int home;
    private int at;
    private long since;

    /// @param count of views, at least 1
    /// @param each how long a view stands
    /// @param home the view that stands while it is held; any number
    /// @param at which begins; any number
    /// @param now epoch milliseconds
    Turns(int count, Duration each, int home, int at, long now) {
        this.count = count;
        this.each = Math.max(1, each.toMillis());
        this.home = Math.floorMod(home, count);
        this.at = Math.floorMod(at, count);
        this.since = now;
    }

    /// The view that is to be seen, from 0.
    ///
    /// @param now epoch milliseconds
    /// @param held true while an alarm of high priority asks for an answer
    int at(long now, boolean held) {
        if (held) {
            at = home;
            since = now;
        } else if (now - since >= each || now < since) {
            at = (at + 1) % count;
            since = now;
        }
        return at;
    }
}
