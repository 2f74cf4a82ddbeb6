package io.spillway.watch.capacity;

/// The median of a scratch array, in linear time and without garbage.
final class Median {
    private Median() {}

    /// The upper median of the first `size` values, which change places; NaN if there are none. No
    /// value may be NaN.
    static double of(double[] values, int size) {
        if (size == 0) {
            return Double.NaN;
        }
        int wanted = size / 2;
        int low = 0;
        int high = size - 1;
        while (low < high) {
            double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return values[wanted];
            }
        }
        return values[wanted];
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
