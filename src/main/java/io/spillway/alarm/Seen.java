package io.spillway.alarm;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Signal;
import io.spillway.alarm.signal.Subject;
import org.jspecify.annotations.Nullable;

/// What the last signal said.
///
/// @param asked the priority asked for, null for the rule's own
/// @param value the last that was known, NaN if none ever was
/// @param known false while it is not known
record Seen(
        String rule,
        Subject subject,
        Origin origin,
        String detail,
        String parent,
        @Nullable Priority asked,
        double value,
        boolean known,
        long interval) {
    static Seen of(Signal s, double before) {
        boolean known = !Double.isNaN(s.value());
        return new Seen(
                s.rule(),
                s.subject(),
                s.origin(),
                s.detail(),
                s.parent(),
                s.priority(),
                known ? s.value() : before,
                known,
                s.interval());
    }

    /// What a further signal said. One that knows nothing of an alert but its name leaves the rest
    /// as it was.
    Seen next(Signal s) {
        Seen now = of(s, value);
        boolean nameOnly =
                !now.known
                        && now.origin.source().isEmpty()
                        && now.origin.kind() != Origin.Kind.SPILLWAY;
        return nameOnly
                ? new Seen(rule, subject, origin, detail, now.parent, asked, value, false, interval)
                : now;
    }

    /// There was no signal, which says that all is well.
    Seen quiet() {
        return known && parent.isEmpty()
                ? this
                : new Seen(rule, subject, origin, detail, "", asked, value, true, interval);
    }
}
