package io.spillway.alarm;

import java.util.ArrayDeque;
import java.util.Deque;

/// When it rained alarms. Mutable; for one thread.
final class FloodTime {
    private record Span(long from, long to) {}

    private final Deque<Span> over = new ArrayDeque<>();
    private long began = -1;

    void add(AlarmEvent event) {
        if (event.kind() == AlarmEvent.Kind.FLOOD_BEGAN) {
            began = event.time();
        } else if (event.kind() == AlarmEvent.Kind.FLOOD_ENDED && began >= 0) {
            over.addLast(new Span(began, event.time()));
            began = -1;
        }
    }

    /// The share of a span of time, 0..1; forgets what was before it.
    double share(long from, long to) {
        while (!over.isEmpty() && over.getFirst().to() <= from) {
            over.removeFirst();
        }
        long in = began >= 0 ? to - Math.max(began, from) : 0;
        for (Span span : over) {
            in += span.to() - Math.max(span.from(), from);
        }
        return to <= from ? 0 : (double) in / (to - from);
    }
}
