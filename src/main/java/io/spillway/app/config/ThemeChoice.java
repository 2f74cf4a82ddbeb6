package io.spillway.app.config;

/// Which theme windows wear unless somebody chooses otherwise there.
public enum ThemeChoice {
    /// What the desktop prefers, also when it changes.
    SYSTEM,
    NIGHT,
    DAY
}
