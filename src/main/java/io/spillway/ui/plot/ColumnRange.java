package io.spillway.ui.plot;

/// From where to where the values go that share a column of pixels.
final class ColumnRange {
    private ColumnRange() {}

    /// The least and the greatest value of a line in the column of a time, for instance `18–42 %`;
    /// empty if it holds fewer than two, and for what is an area anyway.
    static String words(PlotSeries s, long time, Unit unit, Sheet sheet) {
        double column = Math.floor(sheet.x(time));
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        int known = 0;
        int first = Profile.lastNotAfter(s.times(), column * sheet.column());
        for (int i = first; i < s.times().length && sheet.x(s.times()[i]) < column + 1; i++) {
            if (sheet.x(s.times()[i]) >= column && !Float.isNaN(s.low()[i])) {
                least = Math.min(least, s.low()[i]);
                greatest = Math.max(greatest, s.low()[i]);
                known++;
            }
        }
        return known < 2 || s.kind().area() ? "" : unit.range(least, greatest);
    }
}
