package io.spillway.ui.plot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the labels of axes stand.
final class Ticks {
    private static final long[] TIME_STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200,
        86_400
    };
    private static final DateTimeFormatter SHORT = utc("HH:mm");
    private static final DateTimeFormatter LONG = utc("HH:mm:ss");

    private Ticks() {}

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /// The smallest of 1, 2, 5 times a power of ten that is not below `least`, which is above 0.
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /// Values from 0 up to `top`, at round numbers, in at most `most` steps.
    static List<Double> values(double top, int most) {
        double step = step(top / Math.max(1, most));
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= top * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /// A round upper end of an axis that holds `highest`, in at most `most` steps.
    static double top(double highest, int most) {
        if (!(highest > 0)) {
            return 1;
        }
        double step = step(highest / Math.max(1, most));
        return Math.ceil(highest / step - 1e-9) * step;
    }

    /// The time between labels, milliseconds, so that they are at least `room` units apart.
    static long timeStep(long window, double width, double room) {
        double least = window / Math.max(1, width) * room / 1_000;
        for (long step : TIME_STEPS) {
            if (step >= least) {
                return step * 1_000;
            }
        }
        return TIME_STEPS[TIME_STEPS.length - 1] * 1_000;
    }

    /// Round times after `from` and not after `to`.
    static List<Long> times(long from, long to, long step) {
        List<Long> ticks = new ArrayList<>();
        for (long t = Math.floorDiv(from, step) * step + step; t <= to; t += step) {
            ticks.add(t);
        }
        return ticks;
    }

    /// A time as `HH:MM`, or with seconds where labels are less than a minute apart; UTC.
    static String label(long time, long step) {
        return (step < 60_000 ? LONG : SHORT).format(Instant.ofEpochMilli(time));
    }

    /// A time as `HH:MM:SS`, UTC.
    static String clock(long time) {
        return LONG.format(Instant.ofEpochMilli(time));
    }
}
