package io.spillway.alarm;

import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.signal.Subject;

/// Words for events and lines.
final class Texts {
    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;

    private Texts() {}

    /// What an event says: title, subject, detail, reason.
    static String event(Rule rule, Seen seen, String why) {
        StringBuilder text =
                new StringBuilder(rule.title()).append(", ").append(subject(seen.subject()));
        if (!seen.detail().isEmpty()) {
            text.append(", ").append(seen.detail());
        }
        return why.isEmpty() ? text.toString() : text.append(": ").append(why).toString();
    }

    /// Whom it is about, as operators read it.
    static String subject(Subject subject) {
        return subject.key();
    }

    static String shelf(Alarm.Shelf shelf) {
        String end =
                shelf.until() == 0
                        ? "until it returns to normal"
                        : "for " + span(shelf.until() - shelf.from());
        return end + ", " + shelf.reason().strip();
    }

    /// A span of time in its largest whole unit.
    static String span(long millis) {
        if (millis >= HOUR && millis % HOUR == 0) {
            return millis / HOUR + " h";
        }
        boolean minutes = millis >= MINUTE && millis % MINUTE == 0;
        return minutes ? millis / MINUTE + " min" : millis / 1000 + " s";
    }
}
