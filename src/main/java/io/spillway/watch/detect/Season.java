package io.spillway.watch.detect;

/// What growth is usual at a time of day: the median of each quarter hour (UTC), found by small
/// steps of a fixed size, so that no single day counts for much. Not safe for use by several
/// threads.
final class Season {
    private static final int BINS = 96;
    private static final long LENGTH = 15 * 60_000L;

    /// How far it moves in a minute.
    private static final double STEP = 0.002;

    private final double[] medians = new double[BINS];

    /// The usual growth at a time, between the middles of the quarter hours beside it.
    double at(long time) {
        long shifted = time - LENGTH / 2;
        long bin = Math.floorDiv(shifted, LENGTH);
        double part = (double) (shifted - bin * LENGTH) / LENGTH;
        double before = medians[Math.floorMod(bin, BINS)];
        double after = medians[Math.floorMod(bin + 1, BINS)];
        return before + part * (after - before);
    }

    /// Learns.
    ///
    /// @param minutes how long this growth lasted
    void learn(long time, double growth, double minutes) {
        int bin = (int) Math.floorMod(Math.floorDiv(time, LENGTH), (long) BINS);
        double off = growth - medians[bin];
        double most = STEP * Math.min(minutes, 15);
        medians[bin] += Math.clamp(off, -most, most);
    }
}
