package io.spillway.alarm;

import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Standing;

/// All that is remembered of one alarm from step to step.
///
/// @param urgentSince since when its value is of high priority, epoch milliseconds; 0 if it is not
record Kept(
        String id, Seen seen, Standing standing, long urgentSince, Stage stage, Chatter chatter) {
    /// As it is listed.
    ///
    /// @param rule with the limits that hold for the subject
    Alarm alarm(Rule rule) {
        return new Alarm(
                id,
                rule,
                seen.subject(),
                stage.priority(),
                stage.state(),
                seen.known() ? seen.value() : Double.NaN,
                stage.since(),
                stage.changed(),
                standing,
                seen.interval(),
                seen.detail(),
                stage.acknowledged(),
                stage.shelf(),
                seen.parent(),
                chatter.marked(),
                seen.origin());
    }
}
