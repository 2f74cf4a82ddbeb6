package io.spillway.ui.alarms;

import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Unit;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A rule as it is being edited: what stands in the fields, in the unit that is written beside
/// them.
///
/// @param set from where it is bad
/// @param clear from where it is well
/// @param high from where it is of high priority, empty for never
/// @param on seconds it must be bad
/// @param off seconds it must be well
/// @param priority of values short of high
record RuleEdit(String set, String clear, String high, String on, String off, Priority priority) {
    private static final double PERCENT = 100;

    /// What becomes of an edit.
    ///
    /// @param rule null if the edit makes no sense
    /// @param trouble why it makes none, empty otherwise
    record Result(@Nullable Rule rule, String trouble) {}

    static RuleEdit of(Rule rule) {
        Limits l = rule.limits();
        return new RuleEdit(
                written(l.set(), rule.unit()),
                written(l.clear(), rule.unit()),
                Double.isNaN(l.high()) ? "" : written(l.high(), rule.unit()),
                Long.toString(l.onDelay().toSeconds()),
                Long.toString(l.offDelay().toSeconds()),
                rule.priority());
    }

    /// What stands beside the fields of levels.
    static String unit(Unit unit) {
        return switch (unit) {
            case SHARE -> "%";
            case TIMES -> Words.of("alarms.over-usual-unit");
            case SECONDS -> "s";
            case COUNT, NONE -> "";
        };
    }

    private static String written(double value, Unit unit) {
        double shown =
                switch (unit) {
                    case SHARE -> value * PERCENT;
                    case TIMES -> (value - 1) * PERCENT;
                    case SECONDS, COUNT, NONE -> value;
                };
        String text = String.format(Locale.ROOT, "%.2f", shown);
        return text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
    }

    private static double read(String text, Unit unit) {
        double value = Double.parseDouble(text.strip().replace(',', '.').replace('−', '-'));
        return switch (unit) {
            case SHARE -> value / PERCENT;
            case TIMES -> 1 + value / PERCENT;
            case SECONDS, COUNT, NONE -> value;
        };
    }

    /// The rule as edited.
    Result apply(Rule rule) {
        Limits limits;
        try {
            Unit unit = rule.unit();
            limits =
                    new Limits(
                            read(set, unit),
                            read(clear, unit),
                            high.isBlank() ? Double.NaN : read(high, unit),
                            seconds(on),
                            seconds(off));
        } catch (NumberFormatException _) {
            return new Result(null, Words.of("alarms.needs-number"));
        }
        String trouble = trouble(limits, rule.limits().low());
        return trouble.isEmpty() ? new Result(with(rule, limits), "") : new Result(null, trouble);
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(Long.parseLong(text.strip()));
    }

    private static String trouble(Limits limits, boolean low) {
        if (limits.onDelay().isNegative() || limits.offDelay().isNegative()) {
            return Words.of("alarms.negative-delay");
        }
        if (limits.set() != limits.clear() && limits.low() != low) {
            return low ? Words.of("alarms.clear-above") : Words.of("alarms.clear-below");
        }
        boolean beyond = low ? limits.high() > limits.set() : limits.high() < limits.set();
        return beyond ? Words.of("alarms.high-beyond") : "";
    }

    private Rule with(Rule rule, Limits limits) {
        return new Rule(
                rule.name(),
                rule.title(),
                priority,
                rule.guidance(),
                limits,
                rule.unit(),
                rule.reAlarm());
    }
}
