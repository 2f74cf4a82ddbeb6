package io.spillway.app.config;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.RuleCheck;
import io.spillway.alarm.rule.Unit;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads levels, delays and priorities of alarm rules.
final class LevelValues {
    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,12})?)";
    private static final Pattern PLAIN = Pattern.compile(NUMBER);
    private static final Pattern PERCENT = Pattern.compile(NUMBER + " ?%");
    private static final Pattern TIMES = Pattern.compile(NUMBER + " ?x");
    private static final Pattern TIME = Pattern.compile(NUMBER + " ?(s|m|h)");

    private LevelValues() {}

    /// A level in a unit; a plain number always fits.
    static double level(String text, Unit unit) throws Unfit {
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            double value = Double.parseDouble(plain.group(1));
            if (unit != Unit.SHARE || value <= 1) {
                return value;
            }
        }
        return switch (unit) {
            case SHARE -> share(text);
            case TIMES -> times(text);
            case SECONDS -> seconds(text);
            case COUNT, NONE -> throw new Unfit("a number from 0 on", "write for example 3");
        };
    }

    private static double share(String text) throws Unfit {
        Matcher m = PERCENT.matcher(text);
        double value = m.matches() ? Double.parseDouble(m.group(1)) : 101;
        if (value > 100) {
            throw new Unfit("a percentage from 0% to 100%", "write for example 85%");
        }
        return value / 100;
    }

    private static double times(String text) throws Unfit {
        Matcher m = TIMES.matcher(text);
        if (!m.matches()) {
            throw new Unfit("how many times the usual, from 0x on", "write for example 2x");
        }
        return Double.parseDouble(m.group(1));
    }

    private static double seconds(String text) throws Unfit {
        Matcher m = TIME.matcher(text);
        if (!m.matches()) {
            throw new Unfit("a time with its unit (s, m or h)", "write for example 30m");
        }
        double count = Double.parseDouble(m.group(1));
        return switch (m.group(2)) {
            case "s" -> count;
            case "m" -> 60 * count;
            default -> 3600 * count;
        };
    }

    /// A level that may be `never`, which is NaN.
    static double high(String text, Unit unit) throws Unfit {
        return text.equals("never") ? Double.NaN : level(text, unit);
    }

    static Duration delay(String text) throws Unfit {
        return Values.duration(text, Duration.ZERO, RuleCheck.LONGEST, "20s");
    }

    static Duration span(String text) throws Unfit {
        return Values.duration(text, Duration.ofSeconds(1), RuleCheck.LONGEST, "15m");
    }

    static Priority priority(String text) throws Unfit {
        for (Priority priority : Priority.values()) {
            if (priority.word().equals(text)) {
                return priority;
            }
        }
        throw new Unfit("one of high, medium, low", "choose one of them");
    }
}
