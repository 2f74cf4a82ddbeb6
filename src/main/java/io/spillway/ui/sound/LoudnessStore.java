package io.spillway.ui.sound;

/// Keeps how loud a workstation is until it starts again.
public interface LoudnessStore {
    /// What was kept, [Loudness#USUAL] if nothing was.
    Loudness load();

    /// Keeps it; does not wait for a disk.
    void save(Loudness loudness);
}
