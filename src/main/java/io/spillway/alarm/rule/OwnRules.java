package io.spillway.alarm.rule;

import static io.spillway.alarm.rule.DefaultRules.limits;
import static io.spillway.alarm.rule.DefaultRules.rule;
import static io.spillway.alarm.rule.Priority.HIGH;
import static io.spillway.alarm.rule.Priority.LOW;
import static io.spillway.alarm.rule.Priority.MEDIUM;

import java.time.Duration;
import java.util.List;

/// The default rules about what Spillway itself sees and does.
final class OwnRules {
    private static final double NEVER = Double.NaN;

    /// A fact that holds or does not, and was judged where it was found.
    private static final Limits FACT = limits(1, 1, NEVER, 0, 0);

    private OwnRules() {}

    static List<Rule> rules() {
        return List.of(
                rule(
                        RuleNames.BLIND,
                        "BLIND",
                        HIGH,
                        Unit.NONE,
                        FACT,
                        new Guidance(
                                "The source answers no more, or brings only old values.",
                                "What it told is not known; other alarms that need it cannot come.",
                                "Check that it runs and can be reached. Until then, change traffic"
                                        + " only by what other means show.",
                                Duration.ofMinutes(5))),
                rule(
                        RuleNames.DRIFT,
                        "Weights drifted",
                        MEDIUM,
                        Unit.NONE,
                        FACT,
                        new Guidance(
                                "A balancer was reloaded, or somebody else changed its weights.",
                                "The relief that was applied holds only in part.",
                                "Open Relief: apply it again, or end the lease if it is needed no"
                                        + " more.",
                                Duration.ofMinutes(10))),
                rule(
                        RuleNames.WEIGHTS_REFUSED,
                        "Weights refused",
                        MEDIUM,
                        Unit.NONE,
                        FACT,
                        new Guidance(
                                "A balancer did not take the weights that it was told.",
                                "Traffic is not where the act meant it to be.",
                                "Check the level of the Runtime API's socket, then apply again or"
                                        + " undo the act.",
                                Duration.ofMinutes(10))),
                rule(
                        RuleNames.JOURNAL,
                        "Journal not writable",
                        MEDIUM,
                        Unit.NONE,
                        FACT,
                        new Guidance(
                                "What happens cannot be written down: the disk is full, or the"
                                        + " state folder may not be written.",
                                "Acts are refused, and what is acknowledged now is lost at the next"
                                        + " start.",
                                "Make room on the disk, or correct the folder's permissions.",
                                Duration.ofMinutes(15))),
                rule(
                        RuleNames.CLOCK_SKEW,
                        "Clock is off",
                        MEDIUM,
                        Unit.SECONDS,
                        limits(2, 1, NEVER, 20, 60),
                        new Guidance(
                                "The clock here and the source's differ.",
                                "Values count as old or as new when they are not, and leases end at"
                                        + " the wrong time.",
                                "Check the time service (NTP) on both machines.",
                                Duration.ofMinutes(30))),
                rule(
                        RuleNames.LEASE_ENDING,
                        "Lease ends soon",
                        LOW,
                        Unit.SECONDS,
                        limits(300, 360, NEVER, 0, 0),
                        new Guidance(
                                "An act was made for a time, and that time is nearly over.",
                                "Weights go back to what they were before the act.",
                                "If the act is still needed, apply it anew for longer; else let it"
                                        + " end.",
                                Duration.ofMinutes(5))),
                rule(
                        RuleNames.NO_SOUND,
                        "No sound",
                        LOW,
                        Unit.NONE,
                        FACT,
                        new Guidance(
                                "This workstation has no sound device that works.",
                                "Alarms are seen but not heard here.",
                                "Connect or choose a sound device, and run the self-test; until"
                                        + " then keep the screen in view.",
                                Duration.ofMinutes(30))),
                rule(
                        RuleNames.ALERT,
                        "Alert",
                        MEDIUM,
                        Unit.NONE,
                        FACT,
                        new Guidance(
                                "A rule of another system fires; its text says which.",
                                "As that system's rule says.",
                                "Follow the alert's own runbook if its text names one.",
                                Duration.ofMinutes(15))));
    }
}
