package io.spillway.ui.kit;

import javafx.application.Platform;

/// How much may move by itself.
public enum Motion {
    /// As the system's setting says, also when it changes.
    SYSTEM,
    FULL,
    /// Symbols do not flash.
    REDUCED;

    /// True where little is to move now. For the FX thread.
    public boolean reduced() {
        return switch (this) {
            case SYSTEM -> Platform.getPreferences().isReducedMotion();
            case FULL -> false;
            case REDUCED -> true;
        };
    }
}
