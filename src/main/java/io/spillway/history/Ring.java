package io.spillway.history;

/// The places of a ring.
final class Ring {
    private Ring() {}

    /// The place of the `count`-th entry, counted from 0 or from any time before.
    static int place(long count, int length) {
        return (int) Math.floorMod(count, (long) length);
    }

    /// Copies `size` entries from the `count`-th on, oldest first.
    static void copy(float[] ring, long count, float[] into, int at, int size) {
        int first = place(count, ring.length);
        int head = Math.min(size, ring.length - first);
        System.arraycopy(ring, first, into, at, head);
        System.arraycopy(ring, 0, into, at + head, size - head);
    }
}
