package io.spillway.desk;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import java.util.List;

/// Makes one cell of the Picture out of what several sources say of it. Reused from cell to cell,
/// so that a tick over a large fleet allocates little.
final class Blend {
    private final long now;
    private final long poll;

    float value;
    long time;
    Quality quality = Quality.MISSING;

    Blend(long now, long poll) {
        this.now = now;
        this.poll = poll;
    }

    /// Blends one metric. A server behind several balancers gets the sum of what they send it, and
    /// is as old as the oldest part of that sum; shares and means are weighted by requests.
    ///
    /// @param partial true if a balancer of the pool never told its part
    void of(Metric metric, List<Cell[]> balancers, List<Cell[]> engines, boolean partial) {
        sum(metric, balancers);
        if (partial && quality == Quality.LIVE) {
            quality = Quality.OLD;
        }
        if (quality == Quality.LIVE) {
            return;
        }
        float ownValue = value;
        long ownTime = time;
        Quality ownQuality = quality;
        newest(metric, engines);
        boolean keepOwn = ownQuality.hasValue() && (!quality.hasValue() || ownTime >= time);
        if (keepOwn || (quality == Quality.MISSING && ownQuality != Quality.MISSING)) {
            value = ownValue;
            time = ownTime;
            quality = ownQuality;
        }
    }

    private void sum(Metric metric, List<Cell[]> rows) {
        boolean mean = metric == Metric.ERRORS || metric == Metric.LATENCY;
        none();
        double total = 0;
        double weights = 0;
        for (Cell[] row : rows) {
            Cell cell = row[metric.ordinal()];
            Quality q = cell.quality(now, poll);
            if (q == Quality.MISSING) {
                continue;
            }
            float requests = row[Metric.REQUESTS.ordinal()].value;
            double weight = mean ? Math.max(requests, 1e-6) : 1;
            weight = Double.isNaN(weight) ? 1e-6 : weight;
            total += cell.value * weight;
            weights += weight;
            time = time == 0 ? cell.time : Math.min(time, cell.time);
            quality = quality == Quality.MISSING ? q : worse(quality, q);
        }
        if (quality.hasValue()) {
            value = (float) (mean ? total / weights : total);
        }
    }

    private void newest(Metric metric, List<Cell[]> rows) {
        none();
        for (Cell[] row : rows) {
            Cell cell = row[metric.ordinal()];
            Quality q = cell.quality(now, poll);
            boolean better = q.hasValue() ? !quality.hasValue() || cell.time > time : false;
            if (better || (quality == Quality.MISSING && q != Quality.MISSING)) {
                quality = q;
                time = cell.time;
                value = q.hasValue() ? cell.value : Float.NaN;
            }
        }
    }

    private void none() {
        value = Float.NaN;
        time = 0;
        quality = Quality.MISSING;
    }

    private static Quality worse(Quality a, Quality b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
