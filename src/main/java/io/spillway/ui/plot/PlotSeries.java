package io.spillway.ui.plot;

/// One series of a plot. The arrays have the same length, belong to the series and are never
/// written again; NaN is a gap.
///
/// @param name as the read-out says it; with `kind` and `ink` it tells the plot that the series of
///   the next tick continues this one
/// @param kind how it is drawn
/// @param ink its colour
/// @param times epoch milliseconds, strictly increasing
/// @param low the values, of a band its lower edge
/// @param high of a band its upper edge, else the same as `low`
public record PlotSeries(String name, Kind kind, Ink ink, long[] times, float[] low, float[] high) {
    /// How a series is drawn.
    public enum Kind {
        /// From value to value.
        LINE,
        /// A value holds until the next one.
        STEP,
        /// The room between two values.
        BAND,
        /// The room in which values are usual. Not measured, so its gaps mean nothing, and it says
        /// nothing of how old the data are; it may reach into the future.
        USUAL,
        /// The room in which values are expected; else as [#USUAL].
        CONE,
        /// The values expected, dashed; else as [#USUAL].
        DASHED;

        /// True if its values were measured.
        public boolean measured() {
            return this == LINE || this == STEP || this == BAND;
        }

        /// True if it fills the room between two values.
        public boolean area() {
            return this == BAND || this == USUAL || this == CONE;
        }
    }

    public PlotSeries {
        if (times.length != low.length || times.length != high.length) {
            throw new IllegalArgumentException(
                    "Series "
                            + name
                            + " has "
                            + times.length
                            + " times but "
                            + low.length
                            + " and "
                            + high.length
                            + " values");
        }
    }

    /// A line from value to value.
    public static PlotSeries line(String name, Ink ink, long[] times, float[] values) {
        return new PlotSeries(name, Kind.LINE, ink, times, values, values);
    }

    /// A line that holds each value until the next one.
    public static PlotSeries step(String name, Ink ink, long[] times, float[] values) {
        return new PlotSeries(name, Kind.STEP, ink, times, values, values);
    }

    /// A band between two values.
    public static PlotSeries band(String name, Ink ink, long[] times, float[] low, float[] high) {
        return new PlotSeries(name, Kind.BAND, ink, times, low, high);
    }

    /// The values expected, from value to value.
    public static PlotSeries dashed(String name, Ink ink, long[] times, float[] values) {
        return new PlotSeries(name, Kind.DASHED, ink, times, values, values);
    }
}
