package io.spillway.alarm;

import java.util.ArrayList;
import java.util.List;

/// What happens in one step or act, over all alarms.
final class Round {
    private final long time;
    private final List<AlarmEvent> events = new ArrayList<>();
    private int raised;
    private Ring.Pattern news = Ring.Pattern.NONE;

    Round(long time) {
        this.time = time;
    }

    long time() {
        return time;
    }

    List<AlarmEvent> events() {
        return events;
    }

    int raised() {
        return raised;
    }

    Ring.Pattern news() {
        return news;
    }

    void add(AlarmEvent event) {
        events.add(event);
        if (event.kind() == AlarmEvent.Kind.RAISED && event.to().active()) {
            raised++;
        }
    }

    /// Something rings anew.
    void rings(Ring.Pattern pattern) {
        if (pattern.compareTo(news) > 0) {
            news = pattern;
        }
    }
}
