package io.spillway.alarm.signal;

import io.spillway.fleet.Metric;
import io.spillway.history.Aggregates;
import io.spillway.history.Resolution;
import io.spillway.history.Series;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What response time is usual for a pool: the median of the half hours around this time of day
/// over the last week, or, while fewer than two of its days are known, the median of the last day
/// without the last ten minutes. Looked up anew every ten minutes. For one thread.
final class UsualLatency {
    private static final long MINUTE = 60_000;
    private static final long DAY = 1_440 * MINUTE;
    private static final long DAYS = 7;
    private static final long AROUND = 30 * MINUTE;

    /// What happens now is not yet usual.
    private static final long NOW = 10 * MINUTE;

    /// Fewer minutes than these are no past.
    private static final int ENOUGH = 60;

    private static final int ENOUGH_DAYS = 2;

    /// Servers that answer within this are never slow, however fast they usually are; seconds.
    static final double QUICK = 0.005;

    private final Map<String, Known> known = new HashMap<>();

    private record Known(long time, double value) {}

    /// Seconds, at least [#QUICK]; NaN while too little of the past is known.
    double of(Aggregates past, String pool, long now) {
        Known last = known.get(pool);
        long age = last == null ? Long.MAX_VALUE : Math.abs(now - last.time());
        if (last == null || age >= (Double.isNaN(last.value()) ? MINUTE : NOW)) {
            last = new Known(now, Math.max(QUICK, look(past, new Subject(pool), now)));
            known.put(pool, last);
        }
        return last.value();
    }

    private static double look(Aggregates past, Subject pool, long now) {
        float[] values = new float[(int) (DAYS * (2 * AROUND / MINUTE + 1))];
        int count = 0;
        int days = 0;
        for (long day = 1; day <= DAYS; day++) {
            long middle = now - day * DAY;
            int before = count;
            count = copy(past, pool, middle - AROUND, middle + AROUND, values, count);
            days += 2L * (count - before) >= AROUND / MINUTE ? 1 : 0;
        }
        if (days >= ENOUGH_DAYS) {
            return median(values, count);
        }
        float[] day = new float[(int) (DAY / MINUTE) + 1];
        count = copy(past, pool, now - DAY, now - NOW, day, 0);
        return count < ENOUGH ? Double.NaN : median(day, count);
    }

    private static int copy(
            Aggregates past, Subject pool, long from, long to, float[] into, int at) {
        Series series =
                past.series(pool, Metric.LATENCY, Statistic.HIGH, Resolution.MINUTE, from, to);
        int next = at;
        for (float value : series.values()) {
            if (!Float.isNaN(value) && next < into.length) {
                into[next++] = value;
            }
        }
        return next;
    }

    private static double median(float[] values, int count) {
        Arrays.sort(values, 0, count);
        return values[count / 2];
    }
}
