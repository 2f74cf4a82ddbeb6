package io.spillway.ui.sound;

import java.util.prefs.Preferences;

/// Keeps loudness in the preferences of the user who sits here.
public final class UserLoudness implements LoudnessStore {
    private static final String NODE = "io/spillway/sound";
    private static final String VOLUME = "volume";
    private static final String MUTED = "muted";

    @Override
    public Loudness load() {
        Preferences node = Preferences.userRoot().node(NODE);
        return new Loudness(
                node.getInt(VOLUME, Loudness.USUAL.volume()),
                node.getBoolean(MUTED, Loudness.USUAL.muted()));
    }

    @Override
    public void save(Loudness loudness) {
        Preferences node = Preferences.userRoot().node(NODE);
        node.putInt(VOLUME, loudness.volume());
        node.putBoolean(MUTED, loudness.muted());
    }
}
