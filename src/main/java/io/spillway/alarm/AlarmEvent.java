package io.spillway.alarm;

import io.spillway.alarm.rule.Priority;
import java.util.Locale;

/// Something that became of an alarm: what the journal keeps for ever.
///
/// @param time epoch milliseconds
/// @param kind what happened
/// @param id the alarm's, empty for what is about the list as a whole
/// @param from the state before
/// @param to the state after
/// @param priority then
/// @param value in the rule's unit, NaN if not known
/// @param author the operator, or empty for the engine itself
/// @param text what operators read: the title and subject, with the reason or the parent
public record AlarmEvent(
        long time,
        Kind kind,
        String id,
        AlarmState from,
        AlarmState to,
        Priority priority,
        double value,
        String author,
        String text) {
    /// What can become of an alarm.
    public enum Kind {
        RAISED,
        /// Its priority rose while it was active.
        ROSE,
        RETURNED,
        ACKNOWLEDGED,
        /// Acknowledged long ago and still active: asks again.
        REALARMED,
        SHELVED,
        UNSHELVED,
        SUPPRESSED,
        RELEASED,
        /// What it depends on is not known any more.
        LOST,
        /// It is known again.
        FOUND,
        TAKEN_OUT,
        PUT_BACK,
        SILENCED,
        CHATTERS,
        FLOOD_BEGAN,
        FLOOD_ENDED;

        /// The stable word used in the journal.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
