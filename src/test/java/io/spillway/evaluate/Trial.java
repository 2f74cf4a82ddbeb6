package io.spillway.evaluate;

import io.spillway.watch.forecast.Forecast;

/// One forecast beside what came.
///
/// @param group the shape
/// @param lead minutes before capacity
/// @param truth seconds until capacity
/// @param fixed low, mid and high of the fixed factors, empty if they tell none
record Trial(String group, double lead, double truth, Forecast ours, double[] fixed) {
    private static final double[] QUANTILES = {.1, .5, .9};

    boolean shown() {
        return ours.sight() == Forecast.Sight.IN_SIGHT || ours.sight() == Forecast.Sight.REACHED;
    }

    boolean hit() {
        return shown() && ours.low() <= truth && truth <= ours.high();
    }

    /// Width of the range in multiples of the true time.
    double width() {
        return (ours.high() - ours.low()) / truth;
    }

    boolean both() {
        return shown() && fixed.length == 3;
    }

    /// Mean pinball loss of ours, minutes.
    double loss() {
        return loss(new double[] {ours.low(), ours.mid(), ours.high()});
    }

    /// Mean pinball loss of the fixed factors, minutes.
    double fixedLoss() {
        return loss(fixed);
    }

    private double loss(double[] told) {
        double sum = 0;
        for (int i = 0; i < told.length; i++) {
            double off = truth - told[i];
            sum += Math.max(QUANTILES[i] * off, (QUANTILES[i] - 1) * off);
        }
        return sum / told.length / 60;
    }
}
