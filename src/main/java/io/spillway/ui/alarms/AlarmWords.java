package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Standing;
import io.spillway.alarm.rule.Unit;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Subject;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.RuleWords;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;

/// What is said of an alarm. All times are epoch milliseconds.
public final class AlarmWords {
    private static final long TWO_MINUTES = 120_000;

    private AlarmWords() {}

    /// A value or a level: `95 %`, `+312 %`, `6 m 40 s`, `12`; empty where there is no figure.
    public static String value(double value, Unit unit) {
        if (unit == Unit.NONE) {
            return "";
        }
        if (!Double.isFinite(value)) {
            return "–";
        }
        return switch (unit) {
            case SHARE -> Format.percent(value, places(value)).toString();
            case TIMES ->
                    value == 1 ? Words.of("kit.usual") : Format.signedPercent(value - 1).toString();
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
    public static String source(Subject subject) {
        return switch (subject.kind()) {
            case FLEET -> Words.of("kit.all-pools");
            case CONSOLE -> Words.of("alarms.this-console");
            case POOL, SERVER, SOURCE, BALANCER, ACT, ALERT -> subject.name();
        };
    }

    /// A priority in a word.
    static String priority(Priority priority) {
        return Words.of("alarms.priority-" + priority.word());
    }

    /// What is the matter.
    static String what(Alarm alarm) {
        String words = RuleWords.title(alarm.rule());
        if (!alarm.detail().isEmpty()) {
            words += ": " + alarm.detail();
        }
        long on = onDelay(alarm);
        if (alarm.state() == AlarmState.RETURNED_UNACKNOWLEDGED) {
            words = Words.of("alarms.now-normal", words);
        } else if (alarm.state().active() && alarm.detail().isEmpty() && on > 0) {
            words = Words.of("alarms.sustained", words, delay(on));
        }
        if (alarm.chatters()) {
            words += " · " + Words.of("alarms.chatters");
        }
        boolean own = alarm.origin().kind() == Origin.Kind.SPILLWAY;
        return own ? words : words + " · " + alarm.origin().source();
    }

    /// For how long, or the timer that runs: `24 s`, `18 of 30 s`, `clears in 04:10`.
    static String lasts(Alarm alarm, long now) {
        if (alarm.state() == AlarmState.RETURNED_UNACKNOWLEDGED) {
            return Words.of("alarms.returned-at", clock(alarm.changed()));
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
        return Words.of("alarms.of", first, delay(delay));
    }

    /// How far it is on its way out: `clears in 04:10`.
    static String clearing(Alarm alarm, long now) {
        return Words.of(
                "alarms.clears-in", minutes(offDelay(alarm) - (now - alarm.standing().since())));
    }

    /// A rest of time as minutes and seconds: `04:10`.
    static String minutes(long millis) {
        String words = Format.countdown(Duration.ofMillis(millis));
        return words.length() < 5 ? "0" + words : words;
    }

    /// Where it stands, and who said so when.
    static String state(Alarm alarm) {
        return switch (alarm.state()) {
            case NORMAL -> Words.of("alarms.normal");
            case ACTIVE_UNACKNOWLEDGED ->
                    alarm.acknowledged() == null
                            ? Words.of("alarms.unacknowledged")
                            : Words.of("alarms.asks-again") + by(alarm);
            case ACTIVE_ACKNOWLEDGED -> Words.of("alarms.acknowledged") + by(alarm);
            case RETURNED_UNACKNOWLEDGED -> Words.of("alarms.returned-unacknowledged");
            case SHELVED -> shelved(alarm);
            case SUPPRESSED -> because("alarms.suppressed-by", alarm.parent(), "alarms.suppressed");
            case OUT_OF_SERVICE -> Words.of("alarms.out-of-service");
            case UNKNOWN -> because("alarms.unknown-because", alarm.parent(), "alarms.unknown");
        };
    }

    private static String because(String words, String parent, String alone) {
        return parent.isEmpty() ? Words.of(alone) : Words.of(words, parent);
    }

    private static String by(Alarm alarm) {
        Alarm.Acknowledged who = alarm.acknowledged();
        return who == null ? "" : " · " + who.operator() + " " + clock(who.time());
    }

    private static String shelved(Alarm alarm) {
        Alarm.Shelf shelf = alarm.shelf();
        if (shelf == null) {
            return Words.of("alarms.shelved");
        }
        String words =
                shelf.until() == 0
                        ? Words.of("alarms.shelved-until-return")
                        : Words.of("alarms.shelved-until", clock(shelf.until()));
        return words + " · " + shelf.operator();
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
