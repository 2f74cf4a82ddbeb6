package io.spillway.desk;

import io.spillway.fleet.Metric;
import io.spillway.source.PastSource;
import io.spillway.source.PastSource.Question;
import io.spillway.source.SourceException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The past of one metric of every server, as a source remembers it: a row for each server in the
/// roster's order, null where nothing is known.
final class PastRows {
    private PastRows() {}

    /// Asks for it, in as many questions as it takes.
    ///
    /// @param end time of the last value, epoch milliseconds
    /// @param step between values, milliseconds
    /// @param points how many
    /// @param most points in one question, over all servers
    static float[] @Nullable [] ask(
            PastSource source,
            Roster roster,
            Metric metric,
            long end,
            long step,
            int points,
            int most)
            throws SourceException {
        float[] @Nullable [] rows = new float[roster.servers().size()][];
        int atOnce = Math.clamp(most / Math.max(1, rows.length), 1, Question.MOST_POINTS);
        for (int first = 0; first < points; first += atOnce) {
            int count = Math.min(atOnce, points - first);
            int offset = first;
            long start = end - (points - 1L - first) * step;
            source.past(
                    new Question(metric, false, start, step, count),
                    (labels, values) -> {
                        for (int server : roster.byLabels(labels)) {
                            put(rows, server, values, offset, points);
                        }
                    });
        }
        return rows;
    }

    private static void put(
            float[] @Nullable [] rows, int server, float[] values, int offset, int points) {
        float[] row = rows[server];
        if (row == null) {
            row = new float[points];
            Arrays.fill(row, Float.NaN);
            rows[server] = row;
        }
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(row[offset + i])) {
                row[offset + i] = values[i];
            }
        }
    }
}
