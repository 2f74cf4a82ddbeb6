package io.spillway.ui.plot;

/// What a line or band is drawn with; the [Palette] of the theme says which colour that is.
public enum Ink {
    /// The main line of a plot, and bands.
    DATA,
    /// Lines of second rank.
    DATA_2,
    /// Text and what must stand out without alarming.
    TEXT,
    /// What only accompanies.
    MUTE,
    /// The colour of a high alarm: only for what such an alarm is about, while it is active.
    P1,
    /// The colour of a medium alarm, with the same duty.
    P2,
    /// The colour of a low alarm, with the same duty.
    P3
}
