package io.spillway.desk;

import io.spillway.action.ActResult;
import io.spillway.alarm.AlarmEvent;
import io.spillway.relief.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The desk's answer to one command.
///
/// @param done whether what was asked for now holds
/// @param message one sentence for operators; empty if nothing needs saying
/// @param plan the plan asked for, if one was
/// @param result what became of an act, if one was asked for
/// @param history what became of alarms, newest first, if it was asked for
public record Reply(
        boolean done,
        String message,
        @Nullable Plan plan,
        @Nullable ActResult result,
        List<AlarmEvent> history) {
    public Reply {
        history = List.copyOf(history);
    }

    /// An answer without history.
    public Reply(boolean done, String message, @Nullable Plan plan, @Nullable ActResult result) {
        this(done, message, plan, result, List.of());
    }

    /// The answer to a command that came too late.
    static Reply closing() {
        return new Reply(false, "The desk is closing, nothing was sent", null, null);
    }
}
