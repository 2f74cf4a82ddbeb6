package io.spillway.ui.sound;

/// How loud this workstation is.
///
/// @param volume 0..100
/// @param muted true while nothing is to be heard, whatever rings
public record Loudness(int volume, boolean muted) {
    /// Before anybody chose.
    public static final Loudness USUAL = new Loudness(70, false);

    public Loudness {
        volume = Math.clamp(volume, 0, 100);
    }

    /// True if something can be heard.
    public boolean audible() {
        return !muted && volume > 0;
    }

    /// The same, muted or not. Who unmutes wants to hear something, however low the volume was.
    public Loudness muted(boolean now) {
        return new Loudness(!now && volume == 0 ? USUAL.volume : volume, now);
    }

    /// The same with another volume.
    public Loudness volume(int now) {
        return new Loudness(now, muted);
    }
}
