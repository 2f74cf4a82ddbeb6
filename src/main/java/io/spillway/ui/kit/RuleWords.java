package io.spillway.ui.kit;

import io.spillway.alarm.rule.Rule;

/// What a rule of alarms says. What the configuration or another system says instead of the default
/// rules stays as it is written there.
public final class RuleWords {
    private RuleWords() {}

    /// Its title.
    public static String title(Rule rule) {
        return own(rule, "title", rule.title());
    }

    /// The title of the rule that an alarm is of.
    ///
    /// @param alarm its id, which begins with the rule's name
    /// @param title as the desk says it
    public static String titleOf(String alarm, String title) {
        String rule = alarm.replaceFirst("@.*", "");
        return Words.instead("rules." + rule + "-title", title);
    }

    /// Why it rings and what follows if nobody acts, in sentences.
    public static String why(Rule rule) {
        String cause = own(rule, "cause", rule.guidance().cause());
        return cause + " " + own(rule, "consequence", rule.guidance().consequence());
    }

    /// What to do.
    public static String response(Rule rule) {
        return own(rule, "response", rule.guidance().response());
    }

    private static String own(Rule rule, String part, String text) {
        return Words.instead("rules." + rule.name() + "-" + part, text);
    }
}
