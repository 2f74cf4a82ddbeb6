package io.spillway.watch.detect;

import java.util.ArrayList;
import java.util.List;

/// The detections of one series that last or ended within a day, newest first. For one thread.
public final class Detections {
    private static final long KEPT = 86_400_000;

    private List<Detection> list = List.of();

    /// Takes in what a detector said.
    public void take(Detection detection) {
        List<Detection> next = new ArrayList<>(list);
        next.removeIf(d -> d.time() == detection.time() && d.kind() == detection.kind());
        next.add(detection);
        next.sort((a, b) -> Long.compare(b.time(), a.time()));
        list = List.copyOf(next);
    }

    /// Forgets what ended more than a day ago.
    public void expire(long now) {
        if (list.stream().anyMatch(d -> old(d, now))) {
            list = list.stream().filter(d -> !old(d, now)).toList();
        }
    }

    private static boolean old(Detection d, long now) {
        return d.until() != 0 && d.until() < now - KEPT;
    }

    /// All, newest first; unchanged by later calls.
    public List<Detection> list() {
        return list;
    }
}
