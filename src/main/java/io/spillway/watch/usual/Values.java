package io.spillway.watch.usual;

import java.util.Arrays;

/// A handful of values whose middle and spread are wanted. Not safe for use by several threads.
final class Values {
    /// Turns the median of distances from the median into a standard deviation.
    private static final double TO_DEVIATION = 1.4826;

    private final double[] values;
    private int size;

    /// @param most how many values it can hold
    Values(int most) {
        values = new double[most];
    }

    /// Takes a value in as often as it weighs; NaN is left out.
    void add(double value, int weight) {
        for (int i = 0; i < weight && !Double.isNaN(value); i++) {
            values[size++] = value;
        }
    }

    int size() {
        return size;
    }

    /// The middle, NaN if there is none.
    double median() {
        return median(Arrays.copyOf(values, size));
    }

    /// How far values lie from `middle`, as a standard deviation that a few outliers do not move.
    double spread(double middle) {
        double[] away = new double[size];
        for (int i = 0; i < size; i++) {
            away[i] = Math.abs(values[i] - middle);
        }
        return TO_DEVIATION * median(away);
    }

    private static double median(double[] some) {
        if (some.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(some);
        int half = some.length / 2;
        return some.length % 2 == 1 ? some[half] : (some[half - 1] + some[half]) / 2;
    }
}
