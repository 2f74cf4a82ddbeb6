package io.spillway.history;

import java.util.Arrays;

/// What the ticks of one step come to, column by column.
final class Mean {
    private final double[] sums;
    private final int[] counts;

    Mean(int columns) {
        sums = new double[columns];
        counts = new int[columns];
    }

    int columns() {
        return sums.length;
    }

    /// The same with more columns.
    Mean wider(int columns) {
        Mean wider = new Mean(columns);
        System.arraycopy(sums, 0, wider.sums, 0, sums.length);
        System.arraycopy(counts, 0, wider.counts, 0, counts.length);
        return wider;
    }

    void add(float[] row, int columns) {
        for (int c = 0; c < columns; c++) {
            float value = row[c];
            if (Float.isNaN(value)) {
                continue;
            }
            if (Columns.isMax(c % Columns.COUNT)) {
                sums[c] = counts[c] == 0 ? value : Math.max(sums[c], value);
                counts[c] = 1;
            } else {
                sums[c] += value;
                counts[c]++;
            }
        }
    }

    /// NaN if no tick knew it.
    float value(int column) {
        return counts[column] == 0 ? Float.NaN : (float) (sums[column] / counts[column]);
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
    }
}
