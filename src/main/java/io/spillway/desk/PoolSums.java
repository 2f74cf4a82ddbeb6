package io.spillway.desk;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.history.Fill;
import io.spillway.history.Resolution;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds up the requests of each pool, and of all, over one stretch of the past.
final class PoolSums {
    private final List<Pool> pools;
    private final double[][] sums;

    PoolSums(List<Pool> pools, int points) {
        this.pools = pools;
        this.sums = new double[pools.size()][points];
        for (double[] row : sums) {
            Arrays.fill(row, Double.NaN);
        }
    }

    /// Adds a series that is a backend's sum.
    ///
    /// @return false if the labels do not tell the pool: none, or several with one backend
    boolean addBackend(Map<String, String> labels, float[] values) {
        String proxy = labels.get("proxy");
        if (proxy == null) {
            return false;
        }
        int found = -1;
        for (int p = 0; p < pools.size(); p++) {
            if (pools.get(p).backend().equals(proxy)) {
                if (found >= 0) {
                    return false;
                }
                found = p;
            }
        }
        if (found >= 0) {
            add(sums[found], values);
        }
        return true;
    }

    /// Adds a series of some servers, once for each pool that has one of them.
    void addServers(Roster roster, Map<String, String> labels, float[] values) {
        List<String> names =
                roster.byLabels(labels).stream()
                        .map(i -> roster.servers().get(i).pool())
                        .distinct()
                        .toList();
        for (int p = 0; p < pools.size(); p++) {
            if (names.contains(pools.get(p).name())) {
                add(sums[p], values);
            }
        }
    }

    private static void add(double[] sum, float[] values) {
        for (int i = 0; i < sum.length; i++) {
            if (!Float.isNaN(values[i])) {
                sum[i] = Double.isNaN(sum[i]) ? values[i] : sum[i] + values[i];
            }
        }
    }

    /// One fill for each pool of which something is known, and one for the fleet.
    ///
    /// @param start when the first step begins, epoch milliseconds
    /// @param times how many steps of the resolution a value stands for
    List<Fill> fills(Resolution resolution, long start, int times) {
        List<Fill> fills = new ArrayList<>();
        double[] all = new double[sums.length == 0 ? 0 : sums[0].length];
        Arrays.fill(all, Double.NaN);
        for (int p = 0; p < sums.length; p++) {
            float[] values = floats(sums[p], times);
            if (values != null) {
                fills.add(fill(new Subject(pools.get(p).name()), resolution, start, values));
                for (int i = 0; i < all.length; i++) {
                    if (!Double.isNaN(sums[p][i])) {
                        all[i] = Double.isNaN(all[i]) ? sums[p][i] : all[i] + sums[p][i];
                    }
                }
            }
        }
        float[] values = floats(all, times);
        if (values != null) {
            fills.add(fill(Subject.FLEET, resolution, start, values));
        }
        return fills;
    }

    private static Fill fill(Subject subject, Resolution resolution, long start, float[] values) {
        return new Fill(subject, Metric.REQUESTS, Statistic.SUM, resolution, start, values);
    }

    private static float @Nullable [] floats(double[] sums, int times) {
        float[] values = new float[sums.length * times];
        boolean known = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) sums[i / times];
            known |= !Float.isNaN(values[i]);
        }
        return known ? values : null;
    }
}
