package io.spillway.alarm;

import io.spillway.alarm.rule.Rule;

/// All that is remembered of one alarm from step to step.
record Kept(String id, Look look, Stage stage, Chatter chatter) {
    Seen seen() {
        return look.seen();
    }

    Kept with(Stage other) {
        return new Kept(id, look, other, chatter);
    }

    Kept with(Look other) {
        return new Kept(id, other, stage, chatter);
    }

    /// As it is listed.
    ///
    /// @param rule with the limits that hold for the subject
    Alarm alarm(Rule rule) {
        return new Alarm(
                id,
                rule,
                seen().subject(),
                stage.priority(),
                stage.state(),
                seen().known() ? seen().value() : Double.NaN,
                stage.since(),
                stage.changed(),
                look.standing(),
                seen().interval(),
                seen().detail(),
                stage.acknowledged(),
                stage.shelf(),
                seen().parent(),
                chatter.marked(),
                seen().origin());
    }
}
