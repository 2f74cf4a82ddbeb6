package io.spillway.desk;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.fleet.SourceHealth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers "are we all right?". Overload that can be seen comes before what cannot be seen.
final class Assess {
    private Assess() {}

    static Picture.State of(FleetState fleet, List<SourceHealth> sources) {
        if (sources.isEmpty()) {
            return Picture.State.UNCONFIGURED;
        }
        if (overloaded(fleet)) {
            return Picture.State.OVERLOAD;
        }
        return blind(fleet, Metric.CPU)
                        || blind(fleet, Metric.REQUESTS)
                        || fleet.servers().isEmpty()
                ? Picture.State.BLIND
                : Picture.State.OK;
    }

    private static boolean overloaded(FleetState fleet) {
        Map<String, Double> limits = new HashMap<>();
        fleet.pools().forEach(pool -> limits.put(pool.name(), pool.cpuLimit()));
        for (int i = 0; i < fleet.servers().size(); i++) {
            double limit = limits.getOrDefault(fleet.servers().get(i).pool(), 1.0);
            Quality quality = fleet.quality(Metric.CPU, i);
            boolean seen = quality == Quality.LIVE || quality == Quality.OLD;
            if (seen && fleet.value(Metric.CPU, i) > limit) {
                return true;
            }
        }
        return false;
    }

    /// True if some pool shows nothing of a metric that a source should bring.
    private static boolean blind(FleetState fleet, Metric metric) {
        for (Pool pool : fleet.pools()) {
            boolean expected = false;
            boolean seen = false;
            for (int i = 0; i < fleet.servers().size(); i++) {
                Server server = fleet.servers().get(i);
                if (server.pool().equals(pool.name())) {
                    Quality q = fleet.quality(metric, i);
                    expected |= q != Quality.NO_SOURCE;
                    seen |= q == Quality.LIVE || q == Quality.OLD;
                }
            }
            if (expected && !seen) {
                return true;
            }
        }
        return false;
    }
}
