package io.spillway.desk;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.history.Fill;
import io.spillway.history.Percentiles;
import io.spillway.history.Resolution;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Percentiles over the servers of each pool, and over all, for one stretch of the past.
final class PoolSpread {
    private static final List<Statistic> STATISTICS =
            List.of(Statistic.LOW, Statistic.MEDIAN, Statistic.HIGH, Statistic.MAX);

    private final Roster roster;
    private final List<Pool> pools;
    private final int points;
    private final float[] @Nullable [] byServer;

    PoolSpread(Roster roster, List<Pool> pools, int points) {
        this.roster = roster;
        this.pools = pools;
        this.points = points;
        this.byServer = new float[roster.servers().size()][];
    }

    /// Takes the values of the servers that the labels speak of.
    void add(Map<String, String> labels, float[] values) {
        for (int server : roster.byLabels(labels)) {
            float[] known = byServer[server];
            if (known == null) {
                byServer[server] = values.clone();
            } else {
                for (int i = 0; i < points; i++) {
                    known[i] = Float.isNaN(known[i]) ? values[i] : known[i];
                }
            }
        }
    }

    /// Four fills for each pool of which something is known, and four for the fleet.
    ///
    /// @param start when the first step begins, epoch milliseconds
    /// @param times how many steps of the resolution a value stands for
    List<Fill> fills(Metric metric, Resolution resolution, long start, int times) {
        List<Fill> fills = new ArrayList<>();
        for (Pool pool : pools) {
            fills.addAll(of(new Subject(pool.name()), metric, resolution, start, times));
        }
        fills.addAll(of(Subject.FLEET, metric, resolution, start, times));
        return fills;
    }

    private List<Fill> of(
            Subject subject, Metric metric, Resolution resolution, long start, int times) {
        List<float[]> rows = rows(subject);
        if (rows.isEmpty()) {
            return List.of();
        }
        float[][] found = new float[STATISTICS.size()][points * times];
        float[] values = new float[rows.size()];
        float[] four = new float[STATISTICS.size()];
        for (int i = 0; i < points; i++) {
            int known = 0;
            for (float[] row : rows) {
                if (!Float.isNaN(row[i])) {
                    values[known++] = row[i];
                }
            }
            Percentiles.of(values, 0, known, four, 0);
            for (int s = 0; s < four.length; s++) {
                Arrays.fill(found[s], i * times, (i + 1) * times, four[s]);
            }
        }
        List<Fill> fills = new ArrayList<>();
        for (int s = 0; s < four.length; s++) {
            fills.add(new Fill(subject, metric, STATISTICS.get(s), resolution, start, found[s]));
        }
        return fills;
    }

    private List<float[]> rows(Subject subject) {
        List<float[]> rows = new ArrayList<>();
        List<Server> servers = roster.servers();
        for (int i = 0; i < byServer.length; i++) {
            float[] row = byServer[i];
            boolean in =
                    subject.equals(Subject.FLEET) || subject.pool().equals(servers.get(i).pool());
            if (row != null && in) {
                rows.add(row);
            }
        }
        return rows;
    }
}
