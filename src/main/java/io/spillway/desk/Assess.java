package io.spillway.desk;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.fleet.SourceHealth;
import io.spillway.watch.Outlook;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Answers "are we all right?". Overload that can be seen comes before what cannot be seen.
final class Assess {
    private Assess() {}

    static Picture.State of(FleetState fleet, List<SourceHealth> sources, Outlook outlook) {
        if (sources.isEmpty()) {
            return Picture.State.UNCONFIGURED;
        }
        if (overloaded(fleet)) {
            return Picture.State.OVERLOAD;
        }
        if (blind(fleet, Metric.CPU)
                || blind(fleet, Metric.REQUESTS)
                || fleet.servers().isEmpty()) {
            return Picture.State.BLIND;
        }
        return surging(outlook) ? Picture.State.SURGE : Picture.State.OK;
    }

    /// Load has left what is usual, or capacity is about to run out, in the fleet or in a pool.
    private static boolean surging(Outlook outlook) {
        return Stream.concat(Stream.of(outlook.fleet()), outlook.pools().stream())
                .flatMap(load -> load.detections().stream())
                .anyMatch(d ->
                        d.until() == 0
                                && (d.kind() == Kind.SURGE || d.kind() == Kind.SATURATION)
                                && d.level() != Level.NOTICE);
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
