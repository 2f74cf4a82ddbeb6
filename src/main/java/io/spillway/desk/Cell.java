package io.spillway.desk;

import io.spillway.fleet.Quality;

/// What is remembered of one metric of one server from one source. Mutable; the desk's thread only.
final class Cell {
    /// Below this age nothing is called blind, however fast it is sampled. Milliseconds.
    static final long BLIND_AT_LEAST = 30_000;

    float value = Float.NaN;
    long time;
    long interval;
    private Quality said = Quality.MISSING;

    /// A sample came in.
    void set(float newValue, long newTime, long newInterval, Quality quality) {
        said = quality;
        if (quality == Quality.LIVE) {
            value = newValue;
            time = newTime;
        }
        if (newInterval > 0) {
            interval = newInterval;
        }
    }

    /// The source answered, but not of this: the last value ages.
    void absent() {
        said = time > 0 ? Quality.LIVE : Quality.MISSING;
    }

    /// The source answered, and this rightly has no value now.
    void clear() {
        said = Quality.MISSING;
        value = Float.NaN;
        time = 0;
    }

    /// How far the value may be trusted at a time.
    ///
    /// @param poll the polling interval, milliseconds
    Quality quality(long now, long poll) {
        return said == Quality.LIVE ? aged(now - time, Math.max(poll, interval)) : said;
    }

    /// From which age on nothing is known, both in milliseconds.
    static long blindAfter(long interval) {
        return Math.max(6 * interval + 1, BLIND_AT_LEAST);
    }

    /// The quality of a value of some age, both in milliseconds.
    static Quality aged(long age, long interval) {
        if (age >= blindAfter(interval)) {
            return Quality.BLIND;
        }
        return age > 3 * interval ? Quality.OLD : Quality.LIVE;
    }
}
