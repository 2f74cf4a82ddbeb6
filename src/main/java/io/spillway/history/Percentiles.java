package io.spillway.history;

import java.util.Arrays;

/// Finds percentiles without sorting all.
public final class Percentiles {
    private static final int SMALL = 24;

    private Percentiles() {}

    /// Writes the fifth, fiftieth and ninety-fifth percentile and the greatest of
    /// `values[from..to)` to `into`, four NaN if there is none. The values change places.
    public static void of(float[] values, int from, int to, float[] into, int at) {
        int n = to - from;
        if (n == 0) {
            Arrays.fill(into, at, at + 4, Float.NaN);
            return;
        }
        int low = from + rank(5, n);
        int median = from + rank(50, n);
        int high = from + rank(95, n);
        place(values, from, to, median);
        place(values, from, median + 1, low);
        place(values, median, to, high);
        float max = values[high];
        for (int i = high + 1; i < to; i++) {
            max = Math.max(max, values[i]);
        }
        into[at] = values[low];
        into[at + 1] = values[median];
        into[at + 2] = values[high];
        into[at + 3] = max;
    }

    private static int rank(int percent, int n) {
        return (int) (((long) percent * n + 99) / 100) - 1;
    }

    /// Puts the value in its sorted place at `wanted`, smaller ones before it, greater ones after.
    private static void place(float[] values, int first, int end, int wanted) {
        int from = first;
        int to = end;
        int left = 2 * (32 - Integer.numberOfLeadingZeros(to - from));
        while (to - from > SMALL && left-- > 0) {
            float pivot = middle(values[from], values[(from + to) >>> 1], values[to - 1]);
            int i = from;
            int j = to - 1;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    float swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (wanted <= j) {
                to = j + 1;
            } else if (wanted >= i) {
                from = i;
            } else {
                return;
            }
        }
        Arrays.sort(values, from, to);
    }

    private static float middle(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
