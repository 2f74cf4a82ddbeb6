package io.spillway.ui.kit;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Figures over the whole fleet: sums, means, percentiles, the server that is worst off.
public final class Figures {
    private final FleetState fleet;
    private final FleetIndex index;

    /// Figures of this tick.
    public Figures(FleetState fleet, FleetIndex index) {
        this.fleet = fleet;
        this.index = index;
    }

    /// A figure and how far it may be trusted.
    ///
    /// @param value in the metric's unit; NaN where no server has a value
    /// @param quality of the best reading in it
    /// @param newest when its newest sample was taken; null if there never was one
    public record Figure(double value, Quality quality, @Nullable Instant newest) {
        /// How old the newest sample is; zero if there never was one.
        public Duration age(Instant now) {
            return newest == null ? Duration.ZERO : Duration.between(newest, now);
        }
    }

    /// The server with the least headroom.
    ///
    /// @param server its name
    /// @param cpu its share of CPU, 0..1
    /// @param headroom its pool's limit less its share; below 0 in overload
    public record Busiest(String server, double cpu, double headroom) {}

    /// The sum over all servers that have a value.
    public Figure sum(Metric metric) {
        double sum = 0;
        boolean any = false;
        for (int i = 0; i < fleet.servers().size(); i++) {
            float v = fleet.value(metric, i);
            if (fleet.quality(metric, i).hasValue() && Float.isFinite(v)) {
                sum += v;
                any = true;
            }
        }
        return figure(metric, any ? sum : Double.NaN);
    }

    /// The mean, each server counting by its requests; a plain mean where requests are unknown.
    public Figure mean(Metric metric) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < fleet.servers().size(); i++) {
            float v = fleet.value(metric, i);
            if (fleet.quality(metric, i).hasValue() && Float.isFinite(v)) {
                float rate = fleet.value(Metric.REQUESTS, i);
                double weight = Float.isFinite(rate) ? Math.max(rate, 1e-9) : 1;
                sum += v * weight;
                weights += weight;
            }
        }
        return figure(metric, weights > 0 ? sum / weights : Double.NaN);
    }

    /// The ninety-fifth percentile over all servers that have a value (nearest rank).
    public Figure p95(Metric metric) {
        float[] values = new float[fleet.servers().size()];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            float v = fleet.value(metric, i);
            if (fleet.quality(metric, i).hasValue() && Float.isFinite(v)) {
                values[n++] = v;
            }
        }
        Arrays.sort(values, 0, n);
        return figure(metric, n == 0 ? Double.NaN : values[(int) Math.ceil(n * 0.95) - 1]);
    }

    /// The server with the least headroom among those with a CPU value; null if none has one.
    public @Nullable Busiest busiest() {
        int worst = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < fleet.servers().size(); i++) {
            double headroom = index.limit(i) - fleet.value(Metric.CPU, i);
            if (fleet.quality(Metric.CPU, i).hasValue() && headroom < least) {
                least = headroom;
                worst = i;
            }
        }
        if (worst < 0) {
            return null;
        }
        double cpu = fleet.value(Metric.CPU, worst);
        return new Busiest(fleet.servers().get(worst).name(), cpu, least);
    }

    /// How far a metric may be trusted as a whole, without a value.
    public Figure trust(Metric metric) {
        return figure(metric, Double.NaN);
    }

    /// How many servers take traffic; -1 if no balancer ever said anything.
    public int inService() {
        if (fleet.balancers().isEmpty()) {
            return -1;
        }
        int n = 0;
        for (int i = 0; i < fleet.servers().size(); i++) {
            n += index.inService(i) ? 1 : 0;
        }
        return n;
    }

    private Figure figure(Metric metric, double value) {
        int best = Quality.NO_SOURCE.ordinal();
        long newest = 0;
        byte[] quality = fleet.quality()[metric.ordinal()];
        long[] times = fleet.sampleTimes()[metric.ordinal()];
        for (int i = 0; i < quality.length; i++) {
            best = Math.min(best, quality[i]);
            newest = Math.max(newest, times[i]);
        }
        Quality trust = Quality.values()[best];
        return new Figure(value, trust, newest == 0 ? null : Instant.ofEpochMilli(newest));
    }
}
