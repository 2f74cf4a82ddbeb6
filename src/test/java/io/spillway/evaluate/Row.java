package io.spillway.evaluate;

/// One measured figure beside what it has to reach.
///
/// @param section the table it belongs to
/// @param measure what was measured, unique in its section
/// @param value the figure, NaN if it could not be measured
/// @param bound what it must reach, NaN if it is shown for comparison only
/// @param atMost true if the figure may be at most the bound, false if at least
/// @param unit as `min` or `%`, empty for a count
public record Row(
        String section, String measure, double value, double bound, boolean atMost, String unit) {
    /// A figure that must be at most `bound`.
    public static Row atMost(
            String section, String measure, double value, double bound, String unit) {
        return new Row(section, measure, value, bound, true, unit);
    }

    /// A figure that must be at least `bound`.
    public static Row atLeast(
            String section, String measure, double value, double bound, String unit) {
        return new Row(section, measure, value, bound, false, unit);
    }

    /// A figure shown beside others.
    public static Row shown(String section, String measure, double value, String unit) {
        return new Row(section, measure, value, Double.NaN, true, unit);
    }

    /// True unless the figure misses its bound.
    public boolean holds() {
        return Double.isNaN(bound) || (atMost ? value <= bound : value >= bound);
    }
}
