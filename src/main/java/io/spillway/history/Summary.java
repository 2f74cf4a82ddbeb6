package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import java.util.Arrays;

/// Makes the aggregates of one tick. Only live values count. Keeps its arrays from tick to tick.
final class Summary {
    private static final byte LIVE = (byte) Quality.LIVE.ordinal();

    private float[] row = new float[0];
    private float[] values = new float[0];
    private int columns;

    /// A value for each column of the subjects in order, until the next call.
    float[] row() {
        return row;
    }

    /// How many values of the row count.
    int columns() {
        return columns;
    }

    void of(FleetState state, Groups groups) {
        columns = groups.size() * Columns.COUNT;
        if (row.length < columns) {
            row = new float[columns];
        }
        if (values.length < state.servers().size()) {
            values = new float[state.servers().size()];
        }
        Arrays.fill(row, 0, columns, Float.NaN);
        for (int m = 0; m < Columns.METRICS.size(); m++) {
            metric(state, groups, m);
        }
    }

    private void metric(FleetState state, Groups groups, int m) {
        Metric metric = Columns.METRICS.get(m);
        float[] column = state.values()[metric.ordinal()];
        byte[] quality = state.quality()[metric.ordinal()];
        int percentiles = Columns.percentiles(m);
        int all = 0;
        double total = 0;
        for (int g = 1; g < groups.seated(); g++) {
            int first = all;
            double sum = 0;
            for (int at = groups.start(g); at < groups.end(g); at++) {
                int server = groups.order()[at];
                if (quality[server] == LIVE && !Float.isNaN(column[server])) {
                    values[all++] = column[server];
                    sum += column[server];
                }
            }
            if (m == 0 && all > first) {
                row[g * Columns.COUNT] = (float) sum;
                total += sum;
            }
            Percentiles.of(values, first, all, row, g * Columns.COUNT + percentiles);
        }
        if (m == 0 && all > 0) {
            row[0] = (float) total;
        }
        Percentiles.of(values, 0, all, row, percentiles);
    }
}
