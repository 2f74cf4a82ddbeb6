package io.spillway.ui.sound;

import java.util.List;

/// Turns tones into samples: sines with soft edges, so that nothing clicks. Signed 16 bit, little
/// endian, one channel.
final class Synth {
    /// Samples a second.
    static final int RATE = 44_100;

    private static final double EDGE = 0.012;
    private static final double LOUDEST = 0.8 * Short.MAX_VALUE;

    private Synth() {}

    /// @param volume 0..100; each step is heard as about as large as any other
    static byte[] samples(List<Tone> tones, int volume) {
        int n = tones.stream().mapToInt(Synth::length).sum();
        byte[] pcm = new byte[2 * n];
        double loud = LOUDEST * Math.pow(Math.clamp(volume, 0, 100) / 100.0, 2);
        int at = 0;
        for (Tone tone : tones) {
            int length = length(tone);
            for (int i = 0; i < length && !tone.silent(); i++) {
                double time = i / (double) RATE;
                double wave = Math.sin(2 * Math.PI * tone.hertz() * time);
                put(pcm, at + i, (int) Math.round(loud * edge(i, length) * wave));
            }
            at += length;
        }
        return pcm;
    }

    private static int length(Tone tone) {
        return tone.millis() * RATE / 1000;
    }

    /// Rises from 0 to 1 at the beginning and falls at the end, along a cosine.
    private static double edge(int i, int length) {
        double near = Math.min(i, length - 1 - i) / (EDGE * RATE);
        return near >= 1 ? 1 : (1 - Math.cos(Math.PI * near)) / 2;
    }

    private static void put(byte[] pcm, int sample, int value) {
        pcm[2 * sample] = (byte) value;
        pcm[2 * sample + 1] = (byte) (value >> 8);
    }
}
