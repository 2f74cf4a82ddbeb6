package io.spillway.watch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes loads and feeds them to a detector.
final class Loads {
    static final double MINUTE = 1;
    static final double HOUR = 60;
    static final double DAY = 1440;

    /// A Monday, midnight.
    static final long START = 1_700_438_400_000L;

    /// What a detector of this package takes.
    interface Detector {
        @Nullable Detection add(long time, double value, double usual, double allowed);
    }

    private final Random random;
    private final double noise;

    /// @param noise deviation as a share of the load
    Loads(long seed, double noise) {
        this.random = new Random(seed);
        this.noise = noise;
    }

    static long time(double minute) {
        return START + Math.round(minute * 60_000);
    }

    static double minute(long time) {
        return (time - START) / 60_000.0;
    }

    /// 1,000 on the mean, least at 04:00, twice as much by day as at night.
    static double daily(double minute) {
        return 1000 * (1 - Math.cos((minute - 4 * HOUR) / DAY * 2 * Math.PI) / 3);
    }

    /// Feeds a load to a detector, nothing being announced.
    ///
    /// @param load by minutes since the start
    /// @param step minutes
    List<Detection> feed(
            Detector detector, DoubleUnaryOperator load, double from, double to, double step) {
        return feed(detector, load, minute -> Double.NaN, minute -> 1, from, to, step);
    }

    List<Detection> feed(
            Detector detector,
            DoubleUnaryOperator load,
            DoubleUnaryOperator usual,
            DoubleUnaryOperator allowed,
            double from,
            double to,
            double step) {
        List<Detection> found = new ArrayList<>();
        for (double minute = from; minute < to; minute += step) {
            double value = load.applyAsDouble(minute) * (1 + noise * random.nextGaussian());
            Detection one =
                    detector.add(
                            time(minute),
                            Math.max(0, value),
                            usual.applyAsDouble(minute),
                            allowed.applyAsDouble(minute));
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    /// How many times a load is multiplied: a step at a minute.
    static DoubleUnaryOperator step(DoubleUnaryOperator load, double at, double factor) {
        return minute -> load.applyAsDouble(minute) * (minute >= at ? factor : 1);
    }
}
