package io.spillway.practice;

/// How load follows the hours of a day and the days of a week.
final class Calendar {
    private static final long DAY = 86_400_000;

    /// Monday to Sunday, reached at noon.
    private static final double[] DAYS = {1.0, 1.02, 1.03, 1.02, 0.98, 0.8, 0.77};

    private final long shift;

    /// @param shift milliseconds added to practice time to give the customers' own time
    Calendar(long shift) {
        this.shift = shift;
    }

    /// Customers for whom `start` is a Wednesday's early afternoon, whatever the clock says.
    static Calendar afternoon(long start) {
        // The epoch began on a Thursday, so day 6 is a Wednesday.
        return new Calendar(6 * DAY + 14 * DAY / 24 - start);
    }

    /// About 1 on a working day's afternoon.
    double factor(long millis) {
        double days = (millis + shift) / (double) DAY;
        double hour = (days - Math.floor(days)) * 24;
        double daily =
                0.82
                        + 0.16 * Math.cos(Math.PI * (hour - 15) / 12)
                        + 0.04 * Math.cos(Math.PI * (hour - 11) / 6);
        double noon = days - 0.5;
        long day = (long) Math.floor(noon);
        double x = noon - day;
        return daily * (ofDay(day) * (1 - x) + ofDay(day + 1) * x);
    }

    private static double ofDay(long sinceEpoch) {
        return DAYS[(int) Math.floorMod(sinceEpoch + 3, 7L)];
    }
}
