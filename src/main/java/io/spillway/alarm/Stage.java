package io.spillway.alarm;

import io.spillway.alarm.rule.Priority;
import org.jspecify.annotations.Nullable;

/// Where an alarm stands, and what belongs to that.
///
/// @param beneath while suppressed or unknown, where it would stand
/// @param silenced true if its sound was silenced since it last rang anew
record Stage(
        AlarmState state,
        AlarmState beneath,
        Priority priority,
        long since,
        long changed,
        boolean silenced,
        Alarm.@Nullable Acknowledged acknowledged,
        Alarm.@Nullable Shelf shelf) {
    static Stage first(Priority priority) {
        return new Stage(AlarmState.NORMAL, AlarmState.NORMAL, priority, 0, 0, false, null, null);
    }

    Stage at(AlarmState next, AlarmState below, long time) {
        return new Stage(
                next,
                below,
                priority,
                since,
                next == state ? changed : time,
                silenced,
                acknowledged,
                next == AlarmState.SHELVED ? shelf : null);
    }

    Stage with(Priority other) {
        return new Stage(state, beneath, other, since, changed, silenced, acknowledged, shelf);
    }

    /// Raised anew: nobody has it yet.
    Stage raised(long time) {
        return new Stage(state, beneath, priority, time, changed, silenced, null, shelf);
    }

    Stage silenced(boolean is) {
        return new Stage(state, beneath, priority, since, changed, is, acknowledged, shelf);
    }

    Stage with(Alarm.Acknowledged by) {
        return new Stage(state, beneath, priority, since, changed, silenced, by, shelf);
    }

    Stage with(Alarm.Shelf on) {
        return new Stage(state, beneath, priority, since, changed, silenced, acknowledged, on);
    }
}
