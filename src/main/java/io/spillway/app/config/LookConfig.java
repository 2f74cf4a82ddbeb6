package io.spillway.app.config;

import io.spillway.ui.kit.Motion;

/// How windows look.
///
/// @param theme what they wear
/// @param motion how much moves by itself
public record LookConfig(ThemeChoice theme, Motion motion) {
    /// What holds where nothing is said.
    public static final LookConfig USUAL = new LookConfig(ThemeChoice.NIGHT, Motion.SYSTEM);
}
