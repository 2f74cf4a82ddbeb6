package io.spillway.app.config;

import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.rule.Rules.Own;
import io.spillway.alarm.rule.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Edited rules as YAML, which reads back as the same rules.
final class AlarmRulesText {
    private static final long MOST_MILLIS = 999_999;

    private final StringBuilder yaml = new StringBuilder();

    private AlarmRulesText() {}

    /// The rules that differ.
    static String of(Rules main, Rules edited) {
        AlarmRulesText text = new AlarmRulesText();
        text.yaml.append(
                "# Alarm rules edited in Spillway. What stands here holds instead of what\n");
        text.yaml.append(
                "# the main file says of the same rule; remove a rule to go back to that.\n");
        List<Rule> changed =
                edited.rules().stream().filter(rule -> differs(rule, main, edited)).toList();
        if (!changed.isEmpty()) {
            text.yaml.append("alarms:\n");
            changed.forEach(rule -> text.rule(rule, own(edited, rule)));
        }
        return text.yaml.toString();
    }

    private static boolean differs(Rule rule, Rules main, Rules edited) {
        return main.rule(rule.name()).filter(rule::equals).isEmpty()
                || !own(main, rule).equals(own(edited, rule));
    }

    private static List<Own> own(Rules rules, Rule rule) {
        return rules.own().stream().filter(o -> o.rule().equals(rule.name())).toList();
    }

    private void rule(Rule rule, List<Own> own) {
        yaml.append("  ").append(rule.name()).append(":\n");
        line(4, "priority", rule.priority().word());
        limits(4, rule.limits(), rule.unit());
        line(4, "reAlarm", duration(rule.reAlarm()));
        line(4, "cause", quoted(rule.guidance().cause()));
        line(4, "consequence", quoted(rule.guidance().consequence()));
        line(4, "response", quoted(rule.guidance().response()));
        line(4, "respondWithin", duration(rule.guidance().timeToRespond()));
        special("pools", own.stream().filter(o -> o.server().isEmpty()).toList(), rule);
        special("servers", own.stream().filter(o -> !o.server().isEmpty()).toList(), rule);
    }

    private void special(String key, List<Own> own, Rule rule) {
        if (own.isEmpty()) {
            return;
        }
        yaml.append("    ").append(key).append(":\n");
        for (Own o : own) {
            String name = o.server().isEmpty() ? o.pool() : o.pool() + "/" + o.server();
            yaml.append("      ").append(quoted(name)).append(":\n");
            limits(8, o.limits(), rule.unit());
        }
    }

    private void limits(int indent, Limits limits, Unit unit) {
        if (unit != Unit.NONE) {
            line(indent, "set", number(limits.set()));
            line(indent, "clear", number(limits.clear()));
            line(indent, "high", Double.isNaN(limits.high()) ? "never" : number(limits.high()));
        }
        line(indent, "onDelay", duration(limits.onDelay()));
        line(indent, "offDelay", duration(limits.offDelay()));
    }

    private void line(int indent, String key, String value) {
        yaml.append(" ".repeat(indent)).append(key).append(": ").append(value).append('\n');
    }

    private static String number(double level) {
        return BigDecimal.valueOf(level).stripTrailingZeros().toPlainString();
    }

    private static String duration(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 || millis > MOST_MILLIS
                ? duration.toSeconds() + "s"
                : millis + "ms";
    }

    /// Between quotes, on one line.
    private static String quoted(String text) {
        return "'" + text.replaceAll("\\s+", " ").replace("'", "''") + "'";
    }
}
