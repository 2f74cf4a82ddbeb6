package io.spillway.alarm.signal;

import io.spillway.alarm.rule.RuleNames;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.history.Percentiles;
import java.util.List;

/// What a pool as a whole shows: mean CPU, share of errors, slowest answers. For one thread; keeps
/// its arrays from tick to tick.
final class PoolValues {
    private static final byte LIVE = (byte) Quality.LIVE.ordinal();

    private final UsualLatency usual = new UsualLatency();
    private final float[] four = new float[4];
    private float[] scratch = new float[0];

    void collect(Scene scene, Seats seats, Pace pace, Blindness blindness, Collector out) {
        List<Pool> pools = scene.fleet().pools();
        if (scratch.length < seats.size()) {
            scratch = new float[seats.size()];
        }
        for (int p = 0; p < pools.size(); p++) {
            put(
                    RuleNames.POOL_CPU,
                    Metric.CPU,
                    p,
                    scene,
                    pace,
                    blindness,
                    out,
                    cpu(scene, seats, p));
            put(
                    RuleNames.ERRORS,
                    Metric.ERRORS,
                    p,
                    scene,
                    pace,
                    blindness,
                    out,
                    errors(scene, seats, p));
            put(
                    RuleNames.LATENCY,
                    Metric.LATENCY,
                    p,
                    scene,
                    pace,
                    blindness,
                    out,
                    latency(scene, seats, p));
        }
    }

    private static void put(
            String name,
            Metric metric,
            int index,
            Scene scene,
            Pace pace,
            Blindness blindness,
            Collector out,
            double value) {
        Pool pool = scene.fleet().pools().get(index);
        out.rule(name)
                .ifPresent(rule ->
                        out.put(
                                rule,
                                Subject.pool(pool.name()),
                                value,
                                pace.interval(index, metric, scene.interval()),
                                Double.isNaN(value) ? blindness.parent(metric, pool) : ""));
    }

    /// The mean of the servers that are known live, NaN if those are fewer than half.
    private static double cpu(Scene scene, Seats seats, int pool) {
        float[] values = scene.fleet().values()[Metric.CPU.ordinal()];
        byte[] quality = scene.fleet().quality()[Metric.CPU.ordinal()];
        double sum = 0;
        int live = 0;
        for (int at = seats.begin(pool); at < seats.end(pool); at++) {
            int i = seats.at(at);
            if (quality[i] == LIVE) {
                sum += values[i];
                live++;
            }
        }
        return live > 0 && half(live, seats, pool) ? sum / live : Double.NaN;
    }

    private static boolean half(int live, Seats seats, int pool) {
        return 2 * live >= seats.end(pool) - seats.begin(pool);
    }

    /// The share of all requests that failed, NaN if less than half of the servers tell how many
    /// requests they answer, or if of less than half of the requests it is known how they ended.
    private static double errors(Scene scene, Seats seats, int pool) {
        FleetState fleet = scene.fleet();
        float[] shares = fleet.values()[Metric.ERRORS.ordinal()];
        float[] requests = fleet.values()[Metric.REQUESTS.ordinal()];
        byte[] quality = fleet.quality()[Metric.ERRORS.ordinal()];
        byte[] requestQuality = fleet.quality()[Metric.REQUESTS.ordinal()];
        double all = 0;
        double told = 0;
        double failed = 0;
        int live = 0;
        for (int at = seats.begin(pool); at < seats.end(pool); at++) {
            int i = seats.at(at);
            if (requestQuality[i] == LIVE) {
                live++;
                all += requests[i];
                if (quality[i] == LIVE) {
                    told += requests[i];
                    failed += requests[i] * shares[i];
                }
            }
        }
        if (live == 0 || !half(live, seats, pool) || 2 * told < all) {
            return Double.NaN;
        }
        return told > 0 ? failed / told : 0;
    }

    /// The mean response time that 95 % of the servers do not exceed, against what is usual.
    private double latency(Scene scene, Seats seats, int pool) {
        double before =
                usual.of(scene.past(), scene.fleet().pools().get(pool).name(), scene.time());
        if (Double.isNaN(before)) {
            return Double.NaN;
        }
        float[] values = scene.fleet().values()[Metric.LATENCY.ordinal()];
        byte[] quality = scene.fleet().quality()[Metric.LATENCY.ordinal()];
        int known = 0;
        for (int at = seats.begin(pool); at < seats.end(pool); at++) {
            int i = seats.at(at);
            if (quality[i] == LIVE && !Float.isNaN(values[i])) {
                scratch[known++] = values[i];
            }
        }
        if (known == 0 || !half(known, seats, pool)) {
            return Double.NaN;
        }
        Percentiles.of(scratch, 0, known, four, 0);
        return four[2] / before;
    }
}
