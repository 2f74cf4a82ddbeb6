package io.spillway.alarm.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Levels and delays as operators read them.
public final class LimitsText {
    private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_UP);
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private LimitsText() {}

    /// A level: "90 %", "2x", "30 min", "3".
    public static String level(double level, Unit unit) {
        return switch (unit) {
            case SHARE -> plain(level * 100) + " %";
            case TIMES -> plain(level) + "x";
            case SECONDS -> span(Math.round(level * SECOND));
            case COUNT, NONE -> plain(level);
        };
    }

    /// A span of time with at most two units: "30 s", "1 min 30 s", "6 d 20 h".
    ///
    /// @param millis 0 upwards
    public static String span(long millis) {
        if (millis < SECOND) {
            return millis == 0 ? "0 s" : millis + " ms";
        }
        if (millis < MINUTE) {
            return plain(millis / (double) SECOND) + " s";
        }
        if (millis < HOUR) {
            return two(millis / MINUTE, "min", millis % MINUTE / SECOND, "s");
        }
        if (millis < 2 * DAY) {
            return two(millis / HOUR, "h", millis % HOUR / MINUTE, "min");
        }
        return two(millis / DAY, "d", millis % DAY / HOUR, "h");
    }

    private static String two(long great, String unit, long small, String smallUnit) {
        String first = great + " " + unit;
        return small == 0 ? first : first + " " + small + " " + smallUnit;
    }

    /// What differs, the new values alone: "set 85 % and 30 s on-delay"; empty if nothing does.
    public static String change(Limits before, Limits after, Unit unit) {
        List<String> parts = new ArrayList<>();
        level(parts, "set", before.set(), after.set(), unit);
        level(parts, "clear", before.clear(), after.clear(), unit);
        level(parts, "high", before.high(), after.high(), unit);
        delay(parts, "on-delay", before.onDelay(), after.onDelay());
        delay(parts, "off-delay", before.offDelay(), after.offDelay());
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static void level(
            List<String> parts, String name, double before, double after, Unit unit) {
        if (Double.compare(before, after) != 0) {
            parts.add(Double.isNaN(after) ? "no " + name : name + " " + level(after, unit));
        }
    }

    private static void delay(List<String> parts, String name, Duration before, Duration after) {
        if (!before.equals(after)) {
            boolean none = after.isZero();
            parts.add(none ? "no " + name : span(after.toMillis()) + " " + name);
        }
    }

    /// A number with three digits that count, without zeros at its end.
    private static String plain(double number) {
        if (!Double.isFinite(number)) {
            return "unknown";
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        BigDecimal round =
                number >= 100 ? exact.setScale(0, RoundingMode.HALF_UP) : exact.round(THREE);
        return round.signum() == 0 ? "0" : round.stripTrailingZeros().toPlainString();
    }
}
