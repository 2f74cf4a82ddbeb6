package io.spillway.history;

/// The times of a ring that is written once a tick.
final class TickAxis {
    private final long[] times;
    private long count;
    private int size;

    TickAxis(int length) {
        times = new long[length];
    }

    int length() {
        return times.length;
    }

    /// Ticks kept.
    int size() {
        return size;
    }

    /// Ticks ever, less those taken back.
    long count() {
        return count;
    }

    /// Takes a tick in, which must be later than the last.
    ///
    /// @return its place
    int open(long time) {
        int place = Ring.place(count, times.length);
        times[place] = time;
        count++;
        size = Math.min(size + 1, times.length);
        return place;
    }

    /// Forgets the ticks at a time and after it.
    void dropFrom(long time) {
        while (size > 0 && last() >= time) {
            count--;
            size--;
        }
    }

    /// Time of the newest tick; there must be one.
    long last() {
        return times[Ring.place(count - 1, times.length)];
    }

    /// Time of the oldest tick kept; there must be one.
    long first() {
        return time(0);
    }

    /// Time of the `i`-th tick kept.
    long time(int i) {
        return times[place(i)];
    }

    /// Place of the `i`-th tick kept.
    int place(int i) {
        return Ring.place(count - size + i, times.length);
    }

    /// The first of the ticks kept that is not before a time; as many as there are if none is.
    int from(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Times of ticks kept, `from` to `to`, oldest first.
    long[] copy(int from, int to) {
        long[] copy = new long[to - from];
        for (int i = from; i < to; i++) {
            copy[i - from] = time(i);
        }
        return copy;
    }
}
