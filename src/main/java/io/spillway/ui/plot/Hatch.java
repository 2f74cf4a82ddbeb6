package io.spillway.ui.plot;

/// The mark of data that is bad, old or missing: lines at 45 degrees, without colour.
final class Hatch {
    private static final double PERIOD = 6;
    private static final double THICKNESS = 1.2;

    private Hatch() {}

    /// How much of a pixel a hatch line covers, 0..1.
    ///
    /// @param scale pixels per unit of length
    static double coverage(long x, int y, double scale) {
        long period = Math.max(3, Math.round(PERIOD * scale));
        double off = Math.floorMod(x + y, period);
        double distance = Math.min(off, period - off) / Math.sqrt(2);
        return Math.clamp(THICKNESS * scale / 2 + 0.5 - distance, 0, 1);
    }
}
