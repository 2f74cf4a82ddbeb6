package io.spillway.ui.sound;

import io.spillway.alarm.Ring;

/// Looks at samples as an ear does that hears no pitch.
final class Envelopes {
    private static final int STEP = Synth.RATE / 50 * 2;

    private Envelopes() {}

    static int loudest(byte[] pcm, int from, int to) {
        int most = 0;
        for (int i = from; i + 1 < to; i += 2) {
            most = Math.max(most, Math.abs((short) ((pcm[i] & 255) | pcm[i + 1] << 8)));
        }
        return most;
    }

    /// For so many steps of 20 ms whether there is sound, a pattern after a pattern.
    static boolean[] rhythm(Ring.Pattern pattern, int steps) {
        byte[] pcm = Synth.samples(Tones.of(pattern), 100);
        boolean[] on = new boolean[steps];
        int own = pcm.length / STEP;
        for (int i = 0; i < steps; i++) {
            int from = i % own * STEP;
            on[i] = loudest(pcm, from, from + STEP) > 200;
        }
        return on;
    }
}
