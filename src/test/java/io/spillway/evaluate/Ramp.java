package io.spillway.evaluate;

import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.LoadForecast;
import java.util.Random;

/// A made series that grows past a capacity, in samples of 15 s. Quiet for 30 to 120 min at a level
/// of 100 to 20,000/s, then growing for 20 to 180 min; capacity is 1.2 to 3 times the level, and
/// growth ends 1.05 to 2 times as far. Noise is 2 % with a memory of 15 s to 4 min.
///
/// @param loads requests per second every 15 s
/// @param begun minutes until growth begins
/// @param crossing minutes until load without its noise is at capacity
record Ramp(double[] loads, double begun, double crossing, double capacity) {
    /// Minutes of a sample.
    static final double STEP = .25;

    /// How it grows.
    enum Shape {
        /// Evenly.
        LINEAR,
        /// By the same factor in the same time.
        EXPONENTIAL,
        /// Towards a new level, the way left shrinking by a factor e in a third of the time.
        STEP,
        /// Half a wave from trough to crest.
        SINE;

        /// Growth after a share of the time, from 1 to `1 + growth`.
        double at(double share, double growth) {
            return switch (this) {
                case LINEAR -> 1 + growth * share;
                case EXPONENTIAL -> Math.pow(1 + growth, share);
                case STEP -> 1 + growth * Math.expm1(-3 * share) / Math.expm1(-3);
                case SINE -> 1 + growth * (1 - Math.cos(Math.PI * share)) / 2;
            };
        }
    }

    static Ramp random(Shape shape, Random random) {
        double quiet = 30 + 90 * random.nextDouble();
        double lasts = 20 + 160 * random.nextDouble();
        double level = 100 * Math.pow(200, random.nextDouble());
        double times = 1.2 + 1.8 * random.nextDouble();
        double growth = (times - 1) * (1.05 + .95 * random.nextDouble());
        double[] loads = noise(random, (int) ((quiet + lasts) / STEP));
        double crossing = Double.NaN;
        for (int i = 0; i < loads.length; i++) {
            double load = i * STEP < quiet ? 1 : shape.at((i * STEP - quiet) / lasts, growth);
            crossing = Double.isNaN(crossing) && load >= times ? i * STEP : crossing;
            loads[i] = level * load * (1 + loads[i]);
        }
        return new Ramp(loads, quiet, crossing, times * level);
    }

    /// Noise of 2 % whose memory is 15 s to 4 min, one value every 15 s.
    static double[] noise(Random random, int n) {
        double memory = .25 * Math.pow(16, random.nextDouble());
        double kept = Math.exp(-STEP / memory);
        double[] noise = new double[n];
        double x = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            noise[i] = .02 * x;
            x = kept * x + Math.sqrt(1 - kept * kept) * random.nextGaussian();
        }
        return noise;
    }

    /// Tries a forecast so many minutes before capacity; NaN truth if growth had not begun.
    Trial before(double lead, String group) {
        int last = (int) ((crossing - lead) / STEP);
        if (!(crossing - lead > begun)) {
            return new Trial(group, lead, Double.NaN, Forecast.unknown(), new double[0]);
        }
        LoadForecast forecast = new LoadForecast();
        for (int i = 0; i <= last; i++) {
            forecast.add((long) (i * STEP * 60_000), loads[i]);
        }
        double[] minutes = new double[(last + 1) / 4];
        for (int i = 0; i < 4 * minutes.length; i++) {
            minutes[i / 4] += loads[i] / 4;
        }
        double truth = (crossing - last * STEP) * 60;
        Forecast ours = forecast.at((long) (last * STEP * 60_000), capacity);
        return new Trial(
                group, lead, truth, ours, FixedFactors.at(minutes, minutes.length, capacity));
    }
}
