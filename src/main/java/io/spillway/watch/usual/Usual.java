package io.spillway.watch.usual;

import java.util.Arrays;

/// What load is usual at a time of the week (UTC).
///
/// A quarter hour is held against the same quarter hour and its neighbours of the four weeks
/// before, each week brought to the level of the last seven days, and against the same time of
/// other working days, or other days of weekends. The median of these is the middle of the band: an
/// incident or a holiday, being rare, does not move it. Until [#WANTED_DAYS] days are known the
/// middle leans on the two hours before, the more so the less is known.
///
/// Values may come at any step and in any order. Nothing but the last 29 days is kept, so that it
/// is restored by adding 28 days of one-minute means. Adding takes constant time. Not safe for use
/// by several threads.
public final class Usual {
    /// Days that it needs to know before it stands on the hour of the week alone.
    public static final int WANTED_DAYS = 14;

    private static final int WEEKS = 4;
    private static final int HOURS_BEFORE = 8;
    private static final int CACHE = 1024;

    /// The band reaches this many deviations to either side, and at least this share of the middle.
    private static final double DEVIATIONS = 2.5;

    private static final double LEAST_SPREAD = 0.02;

    private final Slots slots = new Slots();
    private final long[] cached = new long[CACHE];
    private final double[] mids = new double[CACHE];
    private final double[] spreads = new double[CACHE];
    private final double[] levels = new double[WEEKS + 1];
    private boolean stale = true;
    private int learnt;

    /// Takes a value in; one that is not a number or below 0 is left out.
    ///
    /// @param time epoch milliseconds
    /// @param value requests per second, or any unit that stays the same
    public void add(long time, double value) {
        if (value >= 0 && Double.isFinite(value)) {
            stale |= slots.add(time, value);
        }
    }

    /// Days of past that it knows, 0 to 28.
    public int learntDays() {
        refresh();
        return learnt;
    }

    /// The usual load at a time, which may lie ahead; NaN if nothing is known.
    public double mid(long time) {
        return between(time, mids);
    }

    /// The lower edge of what is usual, NaN if nothing is known.
    public double low(long time) {
        return Math.max(0, mid(time) - DEVIATIONS * between(time, spreads));
    }

    /// The upper edge of what is usual, NaN if nothing is known.
    public double high(long time) {
        return mid(time) + DEVIATIONS * between(time, spreads);
    }

    /// The band over a stretch of time.
    ///
    /// @param from epoch milliseconds
    /// @param to epoch milliseconds, not in the band itself
    /// @param step milliseconds between values, above 0
    public Band band(long from, long to, long step) {
        int size = (int) Math.max(0, Math.ceilDiv(to - from, step));
        float[] low = new float[size];
        float[] mid = new float[size];
        float[] high = new float[size];
        for (int i = 0; i < size; i++) {
            long time = from + i * step;
            low[i] = (float) low(time);
            mid[i] = (float) mid(time);
            high[i] = (float) high(time);
        }
        return new Band(from, step, low, mid, high, learntDays(), WANTED_DAYS);
    }

    private double between(long time, double[] column) {
        refresh();
        long slot = Slots.of(time - Slots.LENGTH / 2);
        double part = (double) (time - Slots.LENGTH / 2 - slot * Slots.LENGTH) / Slots.LENGTH;
        double before = column[place(slot)];
        double after = column[place(slot + 1)];
        return before + part * (after - before);
    }

    /// Where the figures of a quarter hour are; they are worked out if they are not there yet.
    private int place(long slot) {
        int at = Math.floorMod(slot, CACHE);
        if (cached[at] != slot) {
            cached[at] = slot;
            learn(slot, at);
        }
        return at;
    }

    private void learn(long slot, int at) {
        Values week = ofWeek(slot);
        double weekly = week.median();
        long end = Math.min(slot, slots.newest() + 1);
        double recent = slots.median(end - HOURS_BEFORE, HOURS_BEFORE, 1);
        double trust = Math.min(1, learnt / (double) WANTED_DAYS);
        if (Double.isNaN(weekly)) {
            weekly = recent;
        }
        if (Double.isNaN(recent)) {
            recent = weekly;
        }
        double mid = trust * weekly + (1 - trust) * recent;
        double spread = week.size() == 0 ? 0 : week.spread(weekly);
        // What is not learnt is uncertain by a tenth of the load.
        double least = mid * (LEAST_SPREAD + (1 - trust) * 0.1);
        mids[at] = mid;
        spreads[at] = Math.max(spread, least);
    }

    /// The values that a quarter hour is held against.
    private Values ofWeek(long slot) {
        Values values = new Values(WEEKS * 3 * 2 + WEEKS * 7);
        for (int back = 1; back <= WEEKS * 7; back++) {
            long then = slot - (long) back * Slots.DAY;
            double level = levels[(back - 1) / 7];
            if (back % 7 == 0) {
                for (int beside = -1; beside <= 1; beside++) {
                    values.add(level * slots.mean(then + beside), 2);
                }
            } else if (weekend(slot) == weekend(then)) {
                values.add(level * slots.mean(then), 1);
            }
        }
        return values;
    }

    private void refresh() {
        if (!stale) {
            return;
        }
        stale = false;
        learnt = slots.days();
        Arrays.fill(cached, Long.MIN_VALUE);
        long newest = slots.newest();
        double now = slots.median(newest - Slots.WEEK, Slots.WEEK, Slots.WEEK / 2);
        for (int week = 0; week <= WEEKS; week++) {
            long from = newest - (week + 1L) * Slots.WEEK;
            double then = slots.median(from, Slots.WEEK, Slots.WEEK / 2);
            double ratio = now / then;
            levels[week] = ratio > 0 ? Math.clamp(ratio, 0.5, 2) : 1;
        }
    }

    /// The first of January 1970 was a Thursday.
    private static boolean weekend(long slot) {
        return Math.floorMod(Math.floorDiv(slot, Slots.DAY) + 3, 7) >= 5;
    }
}
