package io.spillway.ui.sound;

import io.spillway.alarm.Ring;
import java.util.ArrayList;
import java.util.List;

/// The sounds, each with a rhythm of its own: whoever cannot tell pitches apart still knows which
/// it is. Each ends in the pause before it comes again.
final class Tones {
    private static final double LOW = 440;
    private static final double MEDIUM = 622;
    private static final double HIGH = 880;
    private static final double DEEP = 294;

    private static final Tone TICK = new Tone(HIGH, 120);
    private static final Tone GAP = Tone.pause(80);

    private Tones() {}

    /// What is played once; nothing for no sound.
    static List<Tone> of(Ring.Pattern pattern) {
        return switch (pattern) {
            case NONE -> List.of();
            case LOW -> List.of(new Tone(LOW, 400), Tone.pause(3600));
            case MEDIUM ->
                    List.of(
                            new Tone(MEDIUM, 250),
                            Tone.pause(150),
                            new Tone(MEDIUM, 250),
                            Tone.pause(1850));
            case HIGH ->
                    List.of(
                            TICK,
                            GAP,
                            TICK,
                            GAP,
                            TICK,
                            Tone.pause(280),
                            TICK,
                            GAP,
                            TICK,
                            Tone.pause(760));
            case BLIND ->
                    List.of(
                            new Tone(LOW, 700),
                            Tone.pause(60),
                            new Tone(DEEP, 700),
                            Tone.pause(900));
        };
    }

    /// The same, followed by a short pause only.
    static List<Tone> once(Ring.Pattern pattern) {
        List<Tone> tones = new ArrayList<>(of(pattern));
        tones.removeLast();
        tones.add(Tone.pause(500));
        return tones;
    }
}
