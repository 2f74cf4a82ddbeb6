package io.spillway.watch.forecast;

/// When load reaches capacity, seen from one moment.
///
/// @param sight whether a time can be told
/// @param low seconds until capacity, the early end of the 80 % range; NaN unless in sight
/// @param mid the middle, seconds
/// @param high the late end, seconds; infinite if the range is open
/// @param cone where load is heading, empty unless there is a trend
public record Forecast(Sight sight, double low, double mid, double high, Cone cone) {
    /// Whether a time can be told.
    public enum Sight {
        /// Too little past, or capacity unknown.
        UNKNOWN,
        /// Load does not grow beyond chance, or not far enough within two hours.
        NOT_IN_SIGHT,
        /// Load reaches capacity within the range.
        IN_SIGHT,
        /// Load is at capacity or above: low and mid are 0, high is when it is there without its
        /// noise too.
        REACHED
    }

    /// Load to come, in even steps; the arrays have the same length and are never written again.
    ///
    /// @param start time of the first value, epoch milliseconds
    /// @param step milliseconds
    /// @param low lower edge of the 80 % range, requests per second
    /// @param mid the middle
    /// @param high upper edge
    public record Cone(long start, long step, float[] low, float[] mid, float[] high) {
        /// No trend.
        public static Cone none() {
            float[] none = new float[0];
            return new Cone(0, 60_000, none, none, none);
        }
    }

    /// Nothing can be told.
    public static Forecast unknown() {
        return new Forecast(Sight.UNKNOWN, Double.NaN, Double.NaN, Double.NaN, Cone.none());
    }

    /// No time can be told: capacity is not in sight.
    public static Forecast notInSight(Cone cone) {
        return new Forecast(Sight.NOT_IN_SIGHT, Double.NaN, Double.NaN, Double.NaN, cone);
    }
}
