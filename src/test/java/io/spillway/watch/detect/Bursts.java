package io.spillway.watch.detect;

import java.util.Random;

/// Loads that are not smooth.
final class Bursts {
    private Bursts() {}

    /// Doubles for an hour every six hours.
    static double load(double minute) {
        return minute % 360 > 300 ? 1000 : 500;
    }

    /// A random count of a mean.
    static double poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
