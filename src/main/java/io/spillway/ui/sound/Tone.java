package io.spillway.ui.sound;

/// One part of a sound.
///
/// @param hertz pitch; 0 for a pause
/// @param millis how long
record Tone(double hertz, int millis) {
    static Tone pause(int millis) {
        return new Tone(0, millis);
    }

    boolean silent() {
        return hertz == 0;
    }
}
