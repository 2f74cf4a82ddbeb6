package io.spillway.watch.forecast;

/// The normal distribution, from a table fine enough for chances.
final class Normal {
    private static final double END = 4;
    private static final int PER_UNIT = 128;
    private static final double[] BELOW = new double[(int) (2 * END * PER_UNIT) + 1];

    static {
        for (int i = 0; i < BELOW.length; i++) {
            double z = (double) i / PER_UNIT - END;
            BELOW[i] = 1 / (1 + Math.exp(-1.5976 * z - .07056 * z * z * z));
        }
    }

    private Normal() {}

    /// The chance of a value below `z` deviations.
    static double below(double z) {
        if (z >= END) {
            return 1;
        }
        return z <= -END ? 0 : BELOW[(int) ((z + END) * PER_UNIT + .5)];
    }
}
