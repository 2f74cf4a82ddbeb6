package io.spillway.watch.who;

import java.util.Arrays;

/// Numbers keys 0, 1, 2, … in the order in which they are first seen, so that what is known of them
/// can stand in plain arrays.
final class Tally {
    private static final long FREE = Long.MIN_VALUE;

    private long[] keys = new long[256];
    private int[] numbers = new int[256];
    private long[] byNumber = new long[128];
    private int size;

    Tally() {
        Arrays.fill(keys, FREE);
    }

    /// How many keys there are.
    int size() {
        return size;
    }

    /// The number of a key, a new one if need be.
    int of(long key) {
        int at = place(key);
        if (keys[at] == FREE) {
            if (size * 2 >= keys.length) {
                grow();
                at = place(key);
            }
            if (size == byNumber.length) {
                byNumber = Arrays.copyOf(byNumber, size * 2);
            }
            keys[at] = key;
            numbers[at] = size;
            byNumber[size++] = key;
        }
        return numbers[at];
    }

    /// The number of a key, -1 if it was never seen.
    int find(long key) {
        int at = place(key);
        return keys[at] == FREE ? -1 : numbers[at];
    }

    /// The key with a number.
    long key(int number) {
        return byNumber[number];
    }

    /// Two keys as one.
    static long pair(int first, int second) {
        return ((long) first << 32) | (second & 0xffffffffL);
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = Names.mix((int) (key ^ key >>> 29)) & mask;
        while (keys[at] != FREE && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        keys = new long[keys.length * 2];
        numbers = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < size; i++) {
            int at = place(byNumber[i]);
            keys[at] = byNumber[i];
            numbers[at] = i;
        }
    }
}
