package io.spillway.evaluate;

import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.LoadForecast;
import java.util.Random;

/// A made series that stays below capacity, which is 1.2 to 3 times its highest level without
/// noise. Noise is 2 % with a memory of 15 s to 4 min, one sample every 15 s.
final class QuietRun {
    /// What load does.
    enum Kind {
        /// Level, six hours.
        LEVEL(6),
        /// A day's wave whose trough is a third to nine tenths of its crest, 24 h.
        DAILY(24),
        /// Wanders by 1 to 3 % about its level, returning within 30 to 120 min; six hours.
        WANDERING(6),
        /// Rises by a tenth of the way to capacity within 10 to 60 min, and back; six hours.
        BUMP(6);

        private final int hours;

        Kind(int hours) {
            this.hours = hours;
        }
    }

    private QuietRun() {}

    /// True if a time is told in any minute.
    static boolean clockShown(Kind kind, Random random) {
        double[] loads = loads(kind, random);
        double capacity = 1000 * (1.2 + 1.8 * random.nextDouble());
        if (kind == Kind.BUMP) {
            bump(loads, capacity, random);
        }
        LoadForecast forecast = new LoadForecast();
        for (int i = 0; i < loads.length; i++) {
            long time = (long) (i * Ramp.STEP * 60_000);
            forecast.add(time, loads[i]);
            if (i % 4 == 3 && forecast.at(time, capacity).sight() == Forecast.Sight.IN_SIGHT) {
                return true;
            }
        }
        return false;
    }

    private static double[] loads(Kind kind, Random random) {
        int n = (int) (kind.hours * 60 / Ramp.STEP);
        double[] loads = Ramp.noise(random, n);
        double depth = .05 + .28 * random.nextDouble();
        double phase = random.nextDouble();
        double spread = .01 + .02 * random.nextDouble();
        double kept = Math.exp(-Ramp.STEP / (30 + 90 * random.nextDouble()));
        double off = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            double level =
                    switch (kind) {
                        case DAILY ->
                                1 - depth * (1 + Math.sin(2 * Math.PI * (phase + (double) i / n)));
                        case WANDERING -> 1 + spread * off;
                        default -> 1;
                    };
            off = kept * off + Math.sqrt(1 - kept * kept) * random.nextGaussian();
            loads[i] = 1000 * level * (1 + loads[i]);
        }
        return loads;
    }

    private static void bump(double[] loads, double capacity, Random random) {
        int from = (int) ((60 + 120 * random.nextDouble()) / Ramp.STEP);
        int lasts = (int) ((20 + 100 * random.nextDouble()) / Ramp.STEP);
        double height = (capacity / 1000 - 1) * .1;
        for (int i = 0; i < lasts; i++) {
            double part = (1 - Math.cos(2 * Math.PI * i / lasts)) / 2;
            loads[from + i] *= 1 + height * part;
        }
    }
}
