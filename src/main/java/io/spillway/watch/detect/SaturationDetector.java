package io.spillway.watch.detect;

import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.Forecast.Sight;
import org.jspecify.annotations.Nullable;

/// Tells when capacity is about to run out: a warning once the middle of the forecast has stayed
/// under half an hour, critical once it has stayed under ten minutes or capacity is reached. For
/// one thread.
public final class SaturationDetector {
    private static final double WARNING = 1800;
    private static final double CRITICAL = 600;

    /// How long a forecast must stand, milliseconds.
    private static final long WARNING_AFTER = 180_000;

    private static final long CRITICAL_AFTER = 60_000;

    /// How long capacity must be out of sight before it is over, milliseconds.
    private static final long OVER_AFTER = 300_000;

    private static final long NEVER = Long.MAX_VALUE;

    private long warnedSince = NEVER;
    private long criticalSince = NEVER;
    private long clearSince = NEVER;
    private @Nullable Detection open;

    /// Takes the forecast of a moment in.
    ///
    /// @param time epoch milliseconds
    /// @param load now, requests per second
    /// @param usual what would be usual, NaN if unknown
    /// @return a detection that starts, rises or ends now, else null
    public @Nullable Detection add(long time, double load, double usual, Forecast forecast) {
        double left = forecast.sight() == Sight.REACHED ? 0 : forecast.mid();
        warnedSince = left < WARNING ? Math.min(warnedSince, time) : NEVER;
        criticalSince = left < CRITICAL ? Math.min(criticalSince, time) : NEVER;
        clearSince = left < 1.5 * WARNING ? NEVER : Math.min(clearSince, time);
        Detection was = open;
        if (was != null && since(clearSince, time) >= OVER_AFTER) {
            open = null;
            return new Detection(was.time(), Kind.SATURATION, was.level(), time, load, usual);
        }
        Level level = level(time);
        if (level == null || (was != null && was.level().compareTo(level) >= 0)) {
            return null;
        }
        long start = was == null ? time : was.time();
        open = new Detection(start, Kind.SATURATION, level, 0, load, usual);
        return open;
    }

    private @Nullable Level level(long time) {
        if (since(criticalSince, time) >= CRITICAL_AFTER) {
            return Level.CRITICAL;
        }
        return since(warnedSince, time) >= WARNING_AFTER ? Level.WARNING : null;
    }

    private static long since(long start, long time) {
        return start == NEVER ? -1 : time - start;
    }
}
