package io.spillway.alarm;

/// What is to be heard. A workstation plays the pattern again and again until this changes.
///
/// @param pattern which sound
/// @param start counts up with each time a sound is to start anew, so that nobody misses a second
///   alarm of the same pattern
public record Ring(Pattern pattern, long start) {
    /// Sounds, told apart by their rhythm.
    public enum Pattern {
        NONE,
        LOW,
        MEDIUM,
        HIGH,
        BLIND
    }

    /// Nothing to be heard.
    public static final Ring NONE = new Ring(Pattern.NONE, 0);
}
