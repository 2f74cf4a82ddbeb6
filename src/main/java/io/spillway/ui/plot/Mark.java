package io.spillway.ui.plot;

/// Something that happened: an act, shown as a neutral square at its time, or an alarm, shown by
/// the symbol of its priority.
///
/// @param time epoch milliseconds
/// @param text what happened, for instance `drained web-066 (ops-1)`
/// @param priority of an alarm: `1`, `2` or `3`; empty for an act
/// @param lasts true while the alarm is active; afterwards its symbol loses its colour
public record Mark(long time, String text, String priority, boolean lasts) {
    /// An act.
    public Mark(long time, String text) {
        this(time, text, "", false);
    }

    /// True for an alarm, false for an act.
    public boolean alarm() {
        return !priority.isEmpty();
    }
}
