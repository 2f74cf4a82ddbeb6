package io.spillway.ui.kit;

import java.util.Locale;

/// Where a key works.
public enum Place {
    EVERYWHERE(Screen.BOARD),
    /// The list of alarms, the Board's too.
    ALARMS(Screen.ALARMS),
    SERVERS(Screen.SERVERS),
    TRAFFIC(Screen.TRAFFIC),
    PLOT(Screen.BOARD),
    /// The cells of the fleet.
    FLEET(Screen.BOARD),
    PLAN(Screen.PLAN);

    private final Screen screen;

    Place(Screen screen) {
        this.screen = screen;
    }

    /// The screen that leads there.
    public Screen screen() {
        return screen;
    }

    /// What it is called on the screen.
    public String title() {
        return Words.of("keys.place-" + name().toLowerCase(Locale.ROOT));
    }
}
