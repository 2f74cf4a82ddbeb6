package io.spillway.alarm.signal;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// When the state of a server changed lately; holds only those whose state did. For one thread.
final class Flaps {
    /// How long a change counts, milliseconds.
    static final long WINDOW = 600_000;

    private static final int MOST = 1_000;

    private final Map<Integer, ArrayDeque<Long>> changes = new HashMap<>();

    void forget() {
        changes.clear();
    }

    /// Notes a change of state.
    void add(int server, long time) {
        ArrayDeque<Long> times = changes.computeIfAbsent(server, s -> new ArrayDeque<>());
        times.addLast(time);
        if (times.size() > MOST) {
            times.removeFirst();
        }
    }

    /// True if there may be a change to count.
    boolean any(int server) {
        return !changes.isEmpty() && changes.containsKey(server);
    }

    /// How often the state changed in the last ten minutes.
    int count(int server, long time) {
        ArrayDeque<Long> times = changes.get(server);
        if (times == null) {
            return 0;
        }
        while (!times.isEmpty() && times.getFirst() <= time - WINDOW) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            changes.remove(server);
        }
        return times.size();
    }
}
