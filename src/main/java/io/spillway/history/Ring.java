package io.spillway.history;

import java.util.Arrays;

/// The places of a ring that is written once a tick, and copies of it, oldest first.
final class Ring {
    private Ring() {}

    /// The place of the `count`-th tick, counted from 0.
    static int place(long count, int length) {
        return (int) (count % length);
    }

    /// The `size` values before tick `count`.
    static float[] copy(float[] ring, long count, int size) {
        float[] copy = new float[size];
        tail(ring, count, copy, size);
        return copy;
    }

    /// The `size` times before tick `count`.
    static long[] copy(long[] ring, long count, int size) {
        long[] copy = new long[size];
        int first = place(count - size, ring.length);
        int head = Math.min(size, ring.length - first);
        System.arraycopy(ring, first, copy, 0, head);
        System.arraycopy(ring, 0, copy, head, size - head);
        return copy;
    }

    /// As [#copy], for a ring that may be shorter than what is asked for: older places are NaN.
    static float[] copyKnown(float[] ring, long count, int size) {
        float[] copy = new float[size];
        int known = Math.min(size, ring.length);
        Arrays.fill(copy, 0, size - known, Float.NaN);
        tail(ring, count, copy, known);
        return copy;
    }

    private static void tail(float[] ring, long count, float[] into, int size) {
        int first = place(count - size, ring.length);
        int head = Math.min(size, ring.length - first);
        int at = into.length - size;
        System.arraycopy(ring, first, into, at, head);
        System.arraycopy(ring, 0, into, at + head, size - head);
    }
}
