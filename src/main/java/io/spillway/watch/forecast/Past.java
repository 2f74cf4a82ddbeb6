package io.spillway.watch.forecast;

import java.util.Arrays;

/// The last three hours of a series in slots of ten seconds, and a view of them that grows coarser
/// with age. Gaps stay gaps; what arrives late finds its slot. For one thread.
final class Past {
    /// Minutes kept.
    static final int MINUTES = 180;

    /// How many points a view has.
    static final int POINTS;

    /// So many of the newest points are one minute long.
    static final int FINE = 24;

    private static final long SLOT = 10_000;
    private static final int SLOTS_PER_MINUTE = 6;
    private static final int SLOTS = MINUTES * SLOTS_PER_MINUTE;
    private static final int[] POINT_OF = new int[MINUTES];
    private static final double[] START;

    static {
        double[] start = new double[MINUTES + 1];
        int point = 0;
        for (int minute = 0; minute < MINUTES; point++) {
            start[point] = minute;
            int end = minute + (minute < FINE ? 1 : minute < 48 ? 2 : minute < 96 ? 4 : 12);
            Arrays.fill(POINT_OF, minute, end, point);
            minute = end;
        }
        start[point] = MINUTES;
        POINTS = point;
        START = Arrays.copyOf(start, point + 1);
    }

    private final double[] sum = new double[SLOTS];
    private final int[] count = new int[SLOTS];
    private final long[] slot = new long[SLOTS];
    private long newest = Long.MIN_VALUE;

    /// Mean of each point, newest first; 0 where there is none.
    final double[] value = new double[POINTS];

    /// Slots that hold something, of each point.
    final int[] filled = new int[POINTS];

    private final double[] ages = new double[POINTS];
    private int points;
    private double oldest;
    private double recent;
    private double freshest;

    /// Age at which a point begins, minutes; `START[POINTS]` is where the last ends.
    static double start(int point) {
        return START[point];
    }

    /// Length of a point, minutes.
    static double span(int point) {
        return START[point + 1] - START[point];
    }

    /// Age of the middle of a point, minutes.
    static double age(int point) {
        return (START[point] + START[point + 1]) / 2;
    }

    void add(long time, double load) {
        long at = Math.floorDiv(time, SLOT);
        if (!Double.isFinite(load) || (newest != Long.MIN_VALUE && at <= newest - SLOTS)) {
            return;
        }
        int i = (int) Math.floorMod(at, (long) SLOTS);
        if (count[i] == 0 || slot[i] != at) {
            slot[i] = at;
            sum[i] = 0;
            count[i] = 0;
        }
        sum[i] += load;
        count[i]++;
        newest = Math.max(newest, at);
    }

    /// Fills the view as seen at `now`; later samples are not seen.
    void look(long now) {
        Arrays.fill(value, 0);
        Arrays.fill(filled, 0);
        Arrays.fill(ages, 0);
        oldest = 0;
        freshest = Double.POSITIVE_INFINITY;
        double latest = 0;
        int taken = 0;
        long last = Math.floorDiv(now, SLOT);
        for (int back = 0; back < SLOTS; back++) {
            int i = (int) Math.floorMod(last - back, (long) SLOTS);
            if (count[i] == 0 || slot[i] != last - back) {
                continue;
            }
            double mean = sum[i] / count[i];
            int point = POINT_OF[back / SLOTS_PER_MINUTE];
            value[point] += mean;
            filled[point]++;
            ages[point] += (back + .5) / SLOTS_PER_MINUTE;
            oldest = (double) back / SLOTS_PER_MINUTE;
            freshest = Math.min(freshest, oldest);
            if (back < SLOTS_PER_MINUTE
                    || taken == 0
                    || (taken < 2 && back < 2 * SLOTS_PER_MINUTE)) {
                latest += mean;
                taken++;
            }
        }
        recent = latest / taken;
        points = 0;
        for (int point = 0; point < POINTS; point++) {
            if (filled[point] > 0) {
                value[point] /= filled[point];
                points++;
            }
        }
    }

    /// How much older than the middles of their points the samples of the last minutes are.
    double lag() {
        double lag = 0;
        int n = 0;
        for (int point = 0; point < FINE; point++) {
            if (filled[point] > 0) {
                lag += ages[point] / filled[point] - age(point);
                n++;
            }
        }
        return n == 0 ? 0 : lag / n;
    }

    /// How many points of the view hold something.
    int points() {
        return points;
    }

    /// Age of the oldest sample, minutes.
    double oldest() {
        return oldest;
    }

    /// Age of the newest sample, minutes; infinite if there is none.
    double freshest() {
        return freshest;
    }

    /// Mean of the last minute, of the last two samples if they are slower; NaN if there are none.
    double recent() {
        return recent;
    }
}
