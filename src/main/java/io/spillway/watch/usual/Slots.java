package io.spillway.watch.usual;

import java.util.Arrays;

/// The last 29 days of a load as means of quarter hours. A quarter hour is named by its number
/// since the epoch. Values may come in any order; those older than the window are left out. Not
/// safe for use by several threads.
final class Slots {
    static final long LENGTH = 15 * 60_000L;
    static final int DAY = 96;
    static final int WEEK = 7 * DAY;
    private static final int SIZE = 29 * DAY;

    private final long[] names = new long[SIZE];
    private final double[] sums = new double[SIZE];
    private final int[] counts = new int[SIZE];
    private long newest = Long.MIN_VALUE;

    Slots() {
        Arrays.fill(names, Long.MIN_VALUE);
    }

    static long of(long time) {
        return Math.floorDiv(time, LENGTH);
    }

    /// Takes a value in.
    ///
    /// @return true if it changed any quarter hour but the newest, or began a new one
    boolean add(long time, double value) {
        long slot = of(time);
        if (newest != Long.MIN_VALUE && slot <= newest - SIZE) {
            return false;
        }
        int at = Math.floorMod(slot, SIZE);
        boolean news = slot != newest;
        if (names[at] != slot) {
            names[at] = slot;
            sums[at] = 0;
            counts[at] = 0;
        }
        sums[at] += value;
        counts[at]++;
        newest = Math.max(newest, slot);
        return news;
    }

    /// The newest quarter hour that has a value; the least long if none has.
    long newest() {
        return newest;
    }

    /// Mean of a quarter hour, NaN if it is not known.
    double mean(long slot) {
        int at = Math.floorMod(slot, SIZE);
        return names[at] == slot && slot > newest - SIZE ? sums[at] / counts[at] : Double.NaN;
    }

    /// How many days of the window are known for at least half of their length, the newest day
    /// aside.
    int days() {
        if (newest == Long.MIN_VALUE) {
            return 0;
        }
        int days = 0;
        for (int back = 0; back < 28; back++) {
            int known = 0;
            for (int i = 0; i < DAY; i++) {
                known += Double.isNaN(mean(newest - 1 - (long) back * DAY - i)) ? 0 : 1;
            }
            days += known >= DAY / 2 ? 1 : 0;
        }
        return days;
    }

    /// Median of the known quarter hours of a stretch.
    ///
    /// @param from the first
    /// @param length how many
    /// @param least how many must be known
    /// @return NaN if fewer are known
    double median(long from, int length, int least) {
        Values values = new Values(length);
        for (int i = 0; i < length; i++) {
            values.add(mean(from + i), 1);
        }
        return values.size() < least ? Double.NaN : values.median();
    }
}
