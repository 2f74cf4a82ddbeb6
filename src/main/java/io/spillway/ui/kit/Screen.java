package io.spillway.ui.kit;

import java.util.Locale;

/// What a window can show.
public enum Screen {
    BOARD,
    SERVERS,
    ALARMS,
    TRAFFIC,
    /// What Spillway understood of its configuration, and the proof that it can act.
    SETUP,
    /// The Board with the sheet of the most helpful plan open over it.
    PLAN,
    /// What a desk without a configuration shows.
    FIRST_RUN;

    /// The stable word used on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return word();
    }
}
