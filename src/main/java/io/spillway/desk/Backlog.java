package io.spillway.desk;

import io.spillway.alarm.AlarmEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What became of alarms and is not in the journal yet: the newest only, so that a journal that
/// fails for days does not fill the memory. For one thread at a time.
final class Backlog {
    /// So many events are held at most.
    static final int MOST = 10_000;

    private final Deque<AlarmEvent> events = new ArrayDeque<>();
    private long dropped;

    void add(List<AlarmEvent> more) {
        events.addAll(more);
        while (events.size() > MOST) {
            events.removeFirst();
            dropped++;
        }
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /// Oldest first.
    List<AlarmEvent> events() {
        return List.copyOf(events);
    }

    /// A sentence on how many will be missing, empty if none.
    String lost() {
        return dropped == 0
                ? ""
                : " The oldest %d alarm events since then will be missing in it."
                        .formatted(dropped);
    }

    /// They are written.
    void clear() {
        events.clear();
        dropped = 0;
    }
}
