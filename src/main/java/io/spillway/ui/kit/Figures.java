package io.spillway.ui.kit;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Predicate;
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
    /// @param quality the worst of the readings in it
    /// @param newest when the newest sample of that quality was taken; null if there never was one
    public record Figure(double value, Quality quality, @Nullable Instant newest) {
        /// How old that sample is; zero if there never was one.
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

    /// The sum over all servers that count.
    public Figure sum(Metric metric) {
        int[] counted = counted(metric);
        double sum = 0;
        for (int i : counted) {
            sum += fleet.value(metric, i);
        }
        return figure(metric, counted, counted.length > 0 ? sum : Double.NaN);
    }

    /// The mean, each server counting by its requests; a plain mean where requests are unknown.
    public Figure mean(Metric metric) {
        int[] counted = counted(metric);
        double sum = 0;
        double weights = 0;
        for (int i : counted) {
            float rate = fleet.value(Metric.REQUESTS, i);
            double weight = Float.isFinite(rate) ? Math.max(rate, 1e-9) : 1;
            sum += fleet.value(metric, i) * weight;
            weights += weight;
        }
        return figure(metric, counted, weights > 0 ? sum / weights : Double.NaN);
    }

    /// The ninety-fifth percentile over all servers that count (nearest rank).
    public Figure p95(Metric metric) {
        int[] counted = counted(metric);
        int n = counted.length;
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = fleet.value(metric, counted[i]);
        }
        Arrays.sort(values);
        return figure(metric, counted, n == 0 ? Double.NaN : values[(int) Math.ceil(n * 0.95) - 1]);
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
        return figure(metric, counted(metric), Double.NaN);
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

    /// The servers that count: those with a value, the blind among them only where all are.
    private int[] counted(Metric metric) {
        int[] seen = where(metric, q -> q.hasValue() && q != Quality.BLIND);
        return seen.length > 0 ? seen : where(metric, Quality::hasValue);
    }

    // A loop, for this is done several times a tick over ten thousand servers.
    private int[] where(Metric metric, Predicate<Quality> trusted) {
        int[] found = new int[fleet.servers().size()];
        int n = 0;
        for (int i = 0; i < found.length; i++) {
            if (trusted.test(fleet.quality(metric, i)) && Float.isFinite(fleet.value(metric, i))) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private Figure figure(Metric metric, int[] counted, double value) {
        if (counted.length == 0) {
            return nothing(metric);
        }
        Quality worst = Quality.LIVE;
        for (int i : counted) {
            Quality q = fleet.quality(metric, i);
            worst = q.compareTo(worst) > 0 ? q : worst;
        }
        long newest = 0;
        for (int i : counted) {
            if (fleet.quality(metric, i) == worst) {
                newest = Math.max(newest, fleet.sampleTimes()[metric.ordinal()][i]);
            }
        }
        return new Figure(value, worst, newest == 0 ? null : Instant.ofEpochMilli(newest));
    }

    /// Why no server has a value, as the best of them says.
    private Figure nothing(Metric metric) {
        int best = Quality.NO_SOURCE.ordinal();
        long newest = 0;
        for (int i = 0; i < fleet.servers().size(); i++) {
            best = Math.min(best, fleet.quality(metric, i).ordinal());
            newest = Math.max(newest, fleet.sampleTimes()[metric.ordinal()][i]);
        }
        return new Figure(
                Double.NaN,
                Quality.values()[best],
                newest == 0 ? null : Instant.ofEpochMilli(newest));
    }
}
