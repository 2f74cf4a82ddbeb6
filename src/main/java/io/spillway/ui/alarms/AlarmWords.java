package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.rule.Standing;
import io.spillway.alarm.rule.Unit;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Subject;
import io.spillway.ui.kit.Format;
import java.time.Duration;
import java.time.Instant;

/// What is said of an alarm. All times are epoch milliseconds.
final class AlarmWords {
    private static final long TWO_MINUTES = 120_000;

    private AlarmWords() {}

    /// A value or a level: `95 %`, `+312 %`, `6 m 40 s`, `12`; empty where there is no figure.
    static String value(double value, Unit unit) {
        if (unit == Unit.NONE) {
            return "";
        }
        if (!Double.isFinite(value)) {
            return "–";
        }
        return switch (unit) {
            case SHARE -> Format.percent(value, places(value)).toString();
            case TIMES -> value == 1 ? "usual" : Format.signedPercent(value - 1).toString();
            case SECONDS -> seconds(value);
            case COUNT, NONE -> Format.count(value);
        };
    }

    private static int places(double share) {
        boolean whole = Math.abs(share * 100 - Math.rint(share * 100)) < 1e-6;
        return whole || Math.abs(share) >= 0.0995 ? 0 : 1;
    }

    private static String seconds(double value) {
        boolean small = Math.abs(value) < 9.95 && value != Math.rint(value);
        return small
                ? Format.latency(value).toString()
                : Format.span(Duration.ofMillis(Math.round(value * 1000)));
    }

    /// A length of time that does not run: `30 s`, `5 m`, `2 m 30 s`.
    static String delay(long millis) {
        if (millis < TWO_MINUTES) {
            return millis / 1000 + "\u2009s";
        }
        String words = Format.span(Duration.ofMillis(millis));
        int zero = words.indexOf(" 00");
        return zero < 0 ? words : words.substring(0, zero);
    }

    /// Whom it is about.
    static String source(Subject subject) {
        return switch (subject.kind()) {
            case FLEET -> "all pools";
            case CONSOLE -> "this console";
            case POOL, SERVER, SOURCE, BALANCER, ACT, ALERT -> subject.name();
        };
    }

    /// What is the matter.
    static String what(Alarm alarm) {
        String words = alarm.rule().title();
        if (!alarm.detail().isEmpty()) {
            words += ": " + alarm.detail();
        }
        long on = onDelay(alarm);
        if (alarm.state() == AlarmState.RETURNED_UNACKNOWLEDGED) {
            words += ", now normal";
        } else if (alarm.state().active() && alarm.detail().isEmpty() && on > 0) {
            words += ", sustained " + delay(on);
        }
        if (alarm.chatters()) {
            words += " · chatters";
        }
        boolean own = alarm.origin().kind() == Origin.Kind.SPILLWAY;
        return own ? words : words + " · " + alarm.origin().source();
    }

    /// For how long, or the timer that runs: `24 s`, `18 of 30 s`, `clears in 04:10`.
    static String lasts(Alarm alarm, long now) {
        if (alarm.state() == AlarmState.RETURNED_UNACKNOWLEDGED) {
            return "returned " + clock(alarm.changed());
        }
        if (alarm.standing().phase() == Standing.Phase.PENDING && !alarm.state().active()) {
            return pending(alarm, now);
        }
        if (alarm.standing().phase() == Standing.Phase.CLEARING) {
            return clearing(alarm, now);
        }
        return alarm.since() == 0 ? "" : Format.span(Duration.ofMillis(now - alarm.since()));
    }

    /// How far it is on its way in: `18 of 30 s`.
    static String pending(Alarm alarm, long now) {
        long delay = onDelay(alarm);
        long gone = Math.clamp(now - alarm.standing().since(), 0, delay);
        String first = delay < TWO_MINUTES ? Long.toString(gone / 1000) : delay(gone);
        return first + " of " + delay(delay);
    }

    /// How far it is on its way out: `clears in 04:10`.
    static String clearing(Alarm alarm, long now) {
        return "clears in " + minutes(offDelay(alarm) - (now - alarm.standing().since()));
    }

    /// A rest of time as minutes and seconds: `04:10`.
    static String minutes(long millis) {
        String words = Format.countdown(Duration.ofMillis(millis));
        return words.length() < 5 ? "0" + words : words;
    }

    /// Where it stands, and who said so when.
    static String state(Alarm alarm) {
        return switch (alarm.state()) {
            case NORMAL -> "Normal";
            case ACTIVE_UNACKNOWLEDGED ->
                    alarm.acknowledged() == null ? "Unacknowledged" : "Asks again" + by(alarm);
            case ACTIVE_ACKNOWLEDGED -> "Acknowledged" + by(alarm);
            case RETURNED_UNACKNOWLEDGED -> "Returned, unacknowledged";
            case SHELVED -> shelved(alarm);
            case SUPPRESSED -> because("Suppressed by ", alarm.parent(), "Suppressed");
            case OUT_OF_SERVICE -> "Out of service";
            case UNKNOWN -> because("Unknown: ", alarm.parent(), "Unknown");
        };
    }

    private static String because(String words, String parent, String alone) {
        return parent.isEmpty() ? alone : words + parent;
    }

    private static String by(Alarm alarm) {
        Alarm.Acknowledged who = alarm.acknowledged();
        return who == null ? "" : " · " + who.operator() + " " + clock(who.time());
    }

    private static String shelved(Alarm alarm) {
        Alarm.Shelf shelf = alarm.shelf();
        if (shelf == null) {
            return "Shelved";
        }
        String end = shelf.until() == 0 ? "its next return" : clock(shelf.until());
        return "Shelved until " + end + " · " + shelf.operator();
    }

    static String clock(long time) {
        return time == 0 ? "–" : Format.clock(Instant.ofEpochMilli(time));
    }

    /// The on-delay as it counts for this alarm, milliseconds.
    static long onDelay(Alarm alarm) {
        return Standing.delay(alarm.rule().limits().onDelay().toMillis(), alarm.interval());
    }

    /// The off-delay as it counts for this alarm, milliseconds.
    static long offDelay(Alarm alarm) {
        return Standing.delay(alarm.rule().limits().offDelay().toMillis(), alarm.interval());
    }
}
