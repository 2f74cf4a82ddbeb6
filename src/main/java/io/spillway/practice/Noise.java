package io.spillway.practice;

/// Everything that looks like chance, computed from seed, stream and time alone: the same question
/// always has the same answer, whatever was asked before.
final class Noise {
    private final long seed;

    Noise(long seed) {
        this.seed = mix(seed + 0x9E3779B97F4A7C15L);
    }

    /// Evenly spread over 0..1.
    double uniform(long stream, long tick) {
        return (hash(stream, tick) >>> 11) * 0x1p-53;
    }

    /// About normal, mean 0 and deviation 1, never beyond 3.5.
    double white(long stream, long tick) {
        long h = hash(stream, tick);
        long sum = (h & 0xFFFF) + ((h >>> 16) & 0xFFFF) + ((h >>> 32) & 0xFFFF) + (h >>> 48);
        return (sum / 65535.0 - 2) * Math.sqrt(3);
    }

    /// Continuous in time: values of -1..1 every `period` milliseconds, eased in between.
    double smooth(long stream, long millis, long period) {
        long tick = Math.floorDiv(millis, period);
        double x = Math.floorMod(millis, period) / (double) period;
        double ease = x * x * (3 - 2 * x);
        double from = 2 * uniform(stream, tick) - 1;
        double to = 2 * uniform(stream, tick + 1) - 1;
        return from + (to - from) * ease;
    }

    private long hash(long stream, long tick) {
        return mix(mix(seed ^ (stream * 0xD1B54A32D192ED03L)) + tick);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
