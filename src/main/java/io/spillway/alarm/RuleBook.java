package io.spillway.alarm;

import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.signal.Subject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rules by name, with the limits that hold for a subject.
final class RuleBook {
    private final Rules rules;
    private final Map<String, Rule> byName = new HashMap<>();

    RuleBook(Rules rules) {
        this.rules = rules;
        rules.rules().forEach(r -> byName.put(r.name(), r));
    }

    /// The rule as it holds for a subject, null if there is none of that name.
    @Nullable Rule rule(String name, Subject subject) {
        Rule rule = byName.get(name);
        if (rule == null || rules.own().isEmpty()) {
            return rule;
        }
        String server = subject.kind() == Subject.Kind.SERVER ? subject.name() : "";
        Limits limits = rules.limits(rule, subject.pool(), server);
        if (limits.equals(rule.limits())) {
            return rule;
        }
        return new Rule(
                rule.name(),
                rule.title(),
                rule.priority(),
                rule.guidance(),
                limits,
                rule.unit(),
                rule.reAlarm());
    }
}
