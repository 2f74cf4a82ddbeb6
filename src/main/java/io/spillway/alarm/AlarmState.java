package io.spillway.alarm;

import java.util.Locale;

/// Where an alarm stands, after ISA-18.2.
public enum AlarmState {
    /// All is well; not listed.
    NORMAL,
    /// Rings.
    ACTIVE_UNACKNOWLEDGED,
    /// Somebody has it.
    ACTIVE_ACKNOWLEDGED,
    /// It went away by itself, and nobody has seen it yet.
    RETURNED_UNACKNOWLEDGED,
    /// An operator put it aside, with a reason and an end.
    SHELVED,
    /// A mere consequence of something else that is listed.
    SUPPRESSED,
    /// Its rule does not count for this subject until somebody says so.
    OUT_OF_SERVICE,
    /// What it would be decided by is not known.
    UNKNOWN;

    /// The stable word used in JSON: `active-unacknowledged`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// True if it asks for an acknowledgement.
    public boolean unacknowledged() {
        return this == ACTIVE_UNACKNOWLEDGED || this == RETURNED_UNACKNOWLEDGED;
    }

    /// True if it is there and counts.
    public boolean active() {
        return this == ACTIVE_UNACKNOWLEDGED || this == ACTIVE_ACKNOWLEDGED;
    }
}
