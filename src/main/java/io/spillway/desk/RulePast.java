package io.spillway.desk;

import io.spillway.alarm.rule.RuleNames;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Server;
import io.spillway.history.Percentiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a rule's values out of what servers showed.
final class RulePast {
    private static final double QUICK = 0.005;

    private RulePast() {}

    /// The metric whose past tells a rule's values; empty if none does.
    static Optional<Metric> metric(String rule) {
        return switch (rule) {
            case RuleNames.SERVER_CPU, RuleNames.POOL_CPU -> Optional.of(Metric.CPU);
            case RuleNames.QUEUE -> Optional.of(Metric.QUEUE);
            case RuleNames.ERRORS -> Optional.of(Metric.ERRORS);
            case RuleNames.LATENCY -> Optional.of(Metric.LATENCY);
            default -> Optional.empty();
        };
    }

    /// True if each server has a value of its own.
    static boolean byServer(String rule) {
        return rule.equals(RuleNames.SERVER_CPU) || rule.equals(RuleNames.QUEUE);
    }

    /// A pool's values.
    ///
    /// @param rows a server each, in the roster's order, null where nothing is known
    /// @param weights requests in the same shape, for a rule that weighs by them
    static double[] pool(
            String rule,
            Roster roster,
            String pool,
            float[] @Nullable [] rows,
            float[] @Nullable [] weights,
            int points) {
        List<float[]> known = new ArrayList<>();
        List<float @Nullable []> by = new ArrayList<>();
        int all = 0;
        for (int i = 0; i < rows.length; i++) {
            Server server = roster.servers().get(i);
            if (server.pool().equals(pool)) {
                all++;
                float[] row = rows[i];
                if (row != null) {
                    known.add(row);
                    by.add(weights[i]);
                }
            }
        }
        double[] values = new double[points];
        for (int at = 0; at < points; at++) {
            values[at] =
                    switch (rule) {
                        case RuleNames.POOL_CPU -> mean(known, at, all);
                        case RuleNames.ERRORS -> share(known, by, at);
                        default -> slowest(known, at, all);
                    };
        }
        return rule.equals(RuleNames.LATENCY) ? againstUsual(values) : values;
    }

    private static double mean(List<float[]> rows, int at, int all) {
        double sum = 0;
        int live = 0;
        for (float[] row : rows) {
            if (!Float.isNaN(row[at])) {
                sum += row[at];
                live++;
            }
        }
        return live == 0 || 2 * live < all ? Double.NaN : sum / live;
    }

    private static double share(List<float[]> rows, List<float @Nullable []> weights, int at) {
        double told = 0;
        double failed = 0;
        for (int i = 0; i < rows.size(); i++) {
            float share = rows.get(i)[at];
            float[] weight = weights.get(i);
            if (!Float.isNaN(share) && weight != null && !Float.isNaN(weight[at])) {
                told += weight[at];
                failed += weight[at] * share;
            }
        }
        return told > 0 ? failed / told : Double.NaN;
    }

    private static double slowest(List<float[]> rows, int at, int all) {
        float[] values = new float[rows.size()];
        int live = 0;
        for (float[] row : rows) {
            if (!Float.isNaN(row[at])) {
                values[live++] = row[at];
            }
        }
        if (live == 0 || 2 * live < all) {
            return Double.NaN;
        }
        float[] four = new float[4];
        Percentiles.of(values, 0, live, four, 0);
        return four[2];
    }

    /// What was usual over the whole stretch is taken for what was usual at each time of it.
    static double[] againstUsual(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double usual = sorted.length == 0 ? 1 : Math.max(QUICK, sorted[sorted.length / 2]);
        return Arrays.stream(values).map(v -> v / usual).toArray();
    }
}
