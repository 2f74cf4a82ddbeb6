package io.spillway.ui.plot;

import io.spillway.ui.kit.Words;
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
        86_400, 172_800, 345_600, 604_800, 1_209_600, 2_419_200
    };
    private static final long DAY = 86_400_000;
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

    /// The day of a time in the language of the screens: `22 Nov`; UTC.
    static String date(long time) {
        // Months are named in English alone: where they are numbers, the language does not matter.
        return DateTimeFormatter.ofPattern(Words.of("plot.date"), Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochMilli(time));
    }

    /// What stands at a tick: the day where labels are days apart and at midnight, else the time.
    ///
    /// @param told whether the day of this time is known already
    static String label(long time, long step, boolean told) {
        if (step >= DAY || time % DAY == 0) {
            return date(time);
        }
        return told ? label(time, step) : date(time) + " " + label(time, step);
    }

    /// A time as `HH:MM:SS`, after its day if that is not the day of `now`; UTC.
    static String moment(long time, long now) {
        return sameDay(time, now) ? clock(time) : date(time) + " " + clock(time);
    }

    static boolean sameDay(long a, long b) {
        return Math.floorDiv(a, DAY) == Math.floorDiv(b, DAY);
    }

    /// A time as `HH:MM:SS`, UTC.
    static String clock(long time) {
        return LONG.format(Instant.ofEpochMilli(time));
    }
}
