package io.spillway.alarm.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Says what is wrong with a rule. A rule that asks nothing of an operator is none.
public final class RuleCheck {
    /// No delay may be longer.
    public static final Duration LONGEST = Duration.ofHours(24);

    private RuleCheck() {}

    /// Everything that is wrong, a sentence each; empty if the rule may be used. Which side of set
    /// is the safe one is as in the default rule of the same name.
    public static List<String> of(Rule rule) {
        List<String> wrong = new ArrayList<>();
        String who = "The rule \"" + rule.name() + "\" ";
        Guidance guidance = rule.guidance();
        said(wrong, guidance.cause(), who + "names no cause; say what brings the alarm about.");
        said(
                wrong,
                guidance.consequence(),
                who + "names no consequence; say what happens if the alarm is left.");
        said(wrong, guidance.response(), who + "names no response; say what operators are to do.");
        if (missing(guidance.timeToRespond()) || !positive(guidance.timeToRespond())) {
            wrong.add(who + "names no time to respond; say how long operators have.");
        }
        if (missing(rule.priority())) {
            wrong.add(who + "has no priority; give it one of high, medium, low.");
        }
        if (!positive(rule.reAlarm())) {
            wrong.add(who + "asks again after no time at all; give it a re-alarm time above 0.");
        }
        DefaultRules.rules()
                .rule(rule.name())
                .ifPresentOrElse(
                        standard -> wrong.addAll(limits(who, standard, rule.limits())),
                        () -> wrong.add(who + "is unknown; take one of " + names() + "."));
        return List.copyOf(wrong);
    }

    /// Everything that is wrong with rules, and with the limits that pools and servers have of
    /// their own.
    public static List<String> of(Rules rules) {
        List<String> wrong = new ArrayList<>();
        rules.rules().forEach(rule -> wrong.addAll(of(rule)));
        for (Rules.Own own : rules.own()) {
            String at = own.server().isEmpty() ? own.pool() : own.pool() + "/" + own.server();
            String who = "The rule \"" + own.rule() + "\" for " + at + " ";
            DefaultRules.rules()
                    .rule(own.rule())
                    .ifPresentOrElse(
                            standard -> wrong.addAll(limits(who, standard, own.limits())),
                            () -> wrong.add(who + "is unknown; take one of " + names() + "."));
        }
        return List.copyOf(wrong);
    }

    /// What is wrong with limits.
    ///
    /// @param who begins each sentence, with a blank at its end
    /// @param standard the default rule of that name
    public static List<String> limits(String who, Rule standard, Limits limits) {
        List<String> wrong = new ArrayList<>();
        boolean low = standard.limits().low();
        double set = limits.set();
        double clear = limits.clear();
        if (!Double.isFinite(set) || !Double.isFinite(clear) || set < 0 || clear < 0) {
            wrong.add(who + "has a level that is no number from 0 on; correct set and clear.");
        } else if (low ? clear < set : clear > set) {
            wrong.add(
                    "%sclears on the wrong side of set; clear must be %s."
                            .formatted(who, low ? "above set" : "below set, or equal to it"));
        } else if (low && clear == set) {
            wrong.add(who + "clears where it is set; clear must be above set.");
        }
        double high = limits.high();
        if (!Double.isNaN(high) && (low ? high > set : high < set)) {
            wrong.add(
                    "%sis of high priority before it is an alarm; high must be %s set."
                            .formatted(who, low ? "at or below" : "at or above"));
        }
        delay(wrong, who, "an on-delay", limits.onDelay());
        delay(wrong, who, "an off-delay", limits.offDelay());
        return wrong;
    }

    private static void delay(List<String> wrong, String who, String what, Duration delay) {
        if (delay.isNegative()) {
            wrong.add(who + "has " + what + " below 0; make it 0 or longer.");
        } else if (delay.compareTo(LONGEST) > 0) {
            wrong.add(who + "has " + what + " above 24 h; make it shorter.");
        }
    }

    private static void said(List<String> wrong, String text, String sentence) {
        if (missing(text) || text.isBlank()) {
            wrong.add(sentence);
        }
    }

    /// What was read from outside may lack anything.
    private static boolean missing(Object part) {
        return Objects.isNull(part);
    }

    private static boolean positive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }

    private static String names() {
        return String.join(", ", DefaultRules.rules().rules().stream().map(Rule::name).toList());
    }
}
