package io.spillway.alarm;

import java.util.ArrayList;
import java.util.List;

/// How often an alarm came and went lately.
///
/// @param rises when it was raised, the last three times
/// @param marked true if it comes and goes too often to be read
record Chatter(List<Long> rises, boolean marked) {
    /// So many on/offs ...
    private static final int TIMES = 3;

    /// ... within this many milliseconds are chatter.
    private static final long WITHIN = 60_000;

    /// After so many milliseconds without a rise the mark goes.
    private static final long QUIET = 600_000;

    static final Chatter NONE = new Chatter(List.of(), false);

    Chatter {
        rises = List.copyOf(rises);
    }

    Chatter raised(long time) {
        List<Long> all = new ArrayList<>(rises);
        all.add(time);
        return new Chatter(all.subList(Math.max(0, all.size() - TIMES), all.size()), marked);
    }

    Chatter returned(long time) {
        boolean often = rises.size() == TIMES && time - rises.getFirst() <= WITHIN;
        return new Chatter(rises, marked || often);
    }

    /// What is left of it by now.
    Chatter at(long time) {
        if (rises.isEmpty()) {
            return this;
        }
        return time - rises.getLast() > (marked ? QUIET : WITHIN) ? NONE : this;
    }
}
