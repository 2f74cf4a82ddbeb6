package io.spillway.watch.usual;

/// What load is usual, over a stretch of time that may reach into the future, in even steps. The
/// arrays have the same length and are never written again; NaN where nothing is known.
///
/// @param start time of the first value, epoch milliseconds
/// @param step between values, milliseconds
/// @param low lower edge, requests per second
/// @param mid the usual load
/// @param high upper edge
/// @param learntDays days of past that it knows, 0 upwards
/// @param wantedDays days it needs to know before it stands on the hour of the week alone; with
///   fewer it leans on the last hours
public record Band(
        long start,
        long step,
        float[] low,
        float[] mid,
        float[] high,
        int learntDays,
        int wantedDays) {
    /// Nothing is known yet.
    public static Band unknown(int wantedDays) {
        float[] none = new float[0];
        return new Band(0, 60_000, none, none, none, 0, wantedDays);
    }

    /// True while it still learns.
    public boolean learning() {
        return learntDays < wantedDays;
    }

    /// The place of a time, which may lie outside the arrays.
    public int index(long time) {
        return (int) Math.floorDiv(time - start, step);
    }
}
