package io.spillway.alarm;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Standing;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Subject;
import org.jspecify.annotations.Nullable;

/// One alarm as it is listed. Immutable.
///
/// @param id the rule's name and the subject's key, joined by `@`; the same each time it comes
/// @param rule with the limits that hold for this subject
/// @param subject whom it is about
/// @param priority the highest it has had since it was raised
/// @param state where it stands
/// @param value newest, in the rule's unit; NaN if not known
/// @param since when it was raised, epoch milliseconds; 0 if it never was
/// @param changed when its state last changed, epoch milliseconds
/// @param standing against its limits; on its way in or out it says since when
/// @param interval between samples of its value, milliseconds
/// @param detail what else there is to say; may be empty
/// @param acknowledged by whom, null if nobody did since it was last raised
/// @param shelf present while it is shelved
/// @param parent what it is a consequence of, while it is suppressed or unknown; may be empty
/// @param chatters true if it comes and goes too often to be read
/// @param origin who found it
public record Alarm(
        String id,
        Rule rule,
        Subject subject,
        Priority priority,
        AlarmState state,
        double value,
        long since,
        long changed,
        Standing standing,
        long interval,
        String detail,
        @Nullable Acknowledged acknowledged,
        @Nullable Shelf shelf,
        String parent,
        boolean chatters,
        Origin origin) {
    /// That somebody has it.
    ///
    /// @param operator who
    /// @param time epoch milliseconds
    public record Acknowledged(String operator, long time) {}

    /// That somebody put it aside.
    ///
    /// @param operator who
    /// @param from epoch milliseconds
    /// @param until epoch milliseconds; 0 for until the next return to normal
    /// @param reason a sentence
    public record Shelf(String operator, long from, long until, String reason) {}
}
