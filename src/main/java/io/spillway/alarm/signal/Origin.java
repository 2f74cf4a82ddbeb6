package io.spillway.alarm.signal;

/// Who found it.
///
/// @param kind which system
/// @param source the source's name as configured, empty for Spillway's own
/// @param alert how that system tells its alerts apart, empty for Spillway's own
/// @param silence the id of the silence there that hides it, empty if none
public record Origin(Kind kind, String source, String alert, String silence) {
    /// Which system.
    public enum Kind {
        SPILLWAY,
        PROMETHEUS,
        ALERTMANAGER
    }

    /// Found by a rule of Spillway's own.
    public static final Origin OWN = new Origin(Kind.SPILLWAY, "", "", "");
}
