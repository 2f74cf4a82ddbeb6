package io.spillway.evaluate;

import io.spillway.watch.detect.SurgeDetector;

/// A detector reduced to one number a minute, to compare it with others at the same rate of false
/// alarms.
interface Scorer {
    /// Takes a minute in.
    ///
    /// @return the score after it, NaN if it cannot be told
    double add(long time, double value, double usual);

    /// Minutes for which the score must stay above the threshold.
    int onDelay();

    /// The shipped detector; its delay is part of its score.
    static Scorer shipped() {
        SurgeDetector detector = new SurgeDetector();
        return new Scorer() {
            @Override
            public double add(long time, double value, double usual) {
                detector.add(time, value, usual, 1);
                return detector.score();
            }

            @Override
            public int onDelay() {
                return 1;
            }
        };
    }

    /// Growth of a mean of 3 minutes over one of 60, by half-life.
    ///
    /// @param season whether the usual growth of the quarter hour is taken off, 0.15 at most
    static Scorer ratio(boolean season) {
        double[] medians = new double[96];
        double[] means = {Double.NaN, Double.NaN};
        return new Scorer() {
            @Override
            public double add(long time, double value, double usual) {
                means[0] = mean(means[0], value, 3);
                means[1] = mean(means[1], value, 60);
                double growth = Math.log(means[0] / means[1]);
                double bin = Math.floorMod(time, 86_400_000L) / 900_000.0 - 0.5;
                int low = (int) Math.floor(bin);
                double part = bin - low;
                double expected =
                        (1 - part) * medians[Math.floorMod(low, 96)]
                                + part * medians[Math.floorMod(low + 1, 96)];
                int now = (int) (Math.floorMod(time, 86_400_000L) / 900_000);
                medians[now] += 0.003 * Math.signum(growth - medians[now]);
                return season ? growth - Math.clamp(expected, 0, 0.15) : growth;
            }

            @Override
            public int onDelay() {
                return 2;
            }
        };
    }

    private static double mean(double mean, double value, double halfLife) {
        return Double.isNaN(mean)
                ? value
                : mean + (1 - Math.pow(2, -1 / halfLife)) * (value - mean);
    }
}
