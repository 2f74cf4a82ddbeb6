package io.spillway.ui.kit;

import java.util.Locale;

/// Where a key works.
public enum Place {
    EVERYWHERE,
    /// The list of alarms, the Board's too.
    ALARMS,
    SERVERS,
    TRAFFIC,
    PLOT,
    /// The cells of the fleet.
    FLEET,
    PLAN;

    /// What it is called on the screen.
    public String title() {
        return Words.of("keys.place-" + name().toLowerCase(Locale.ROOT));
    }
}
