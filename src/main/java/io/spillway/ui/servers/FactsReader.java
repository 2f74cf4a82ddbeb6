package io.spillway.ui.servers;

import io.spillway.action.Drift;
import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Reading;
import io.spillway.fleet.Server;
import io.spillway.ui.kit.FleetIndex;
import io.spillway.watch.capacity.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers from a Picture what the table says of each server, one server at a time.
final class FactsReader {
    private final Picture picture;
    private final FleetState fleet;
    private final FleetIndex index;
    private final Map<String, FleetIndex.Trust> trust;
    private final double[] totals;
    private final Map<String, List<Drift>> drifts = new HashMap<>();
    private final Map<String, Finding> findings = new HashMap<>();

    FactsReader(Picture picture) {
        this.picture = picture;
        this.fleet = picture.fleet();
        this.index = new FleetIndex(fleet);
        this.trust = index.trust(picture.interval());
        this.totals = totals(fleet);
        picture.outlook().findings().forEach(f -> findings.put(key(f.pool(), f.server()), f));
        for (Drift d : picture.drifts()) {
            if (d.knob().kind() == Knob.Kind.WEIGHT) {
                drifts.computeIfAbsent(key(d.pool(), d.knob().name()), _ -> new ArrayList<>())
                        .add(d);
            }
        }
    }

    /// The requests of its pool, for each server.
    private static double[] totals(FleetState fleet) {
        List<Server> servers = fleet.servers();
        double[] totals = new double[servers.size()];
        for (int i = 0; i < totals.length; ) {
            int from = i;
            double sum = 0;
            while (i < totals.length && servers.get(i).pool().equals(servers.get(from).pool())) {
                float rate = fleet.value(Metric.REQUESTS, i++);
                sum += Float.isFinite(rate) ? rate : 0;
            }
            Arrays.fill(totals, from, i, sum);
        }
        return totals;
    }

    /// Names a server among all pools.
    private static String key(String pool, String server) {
        return pool + "\n" + server;
    }

    /// Every server, grouped by pool.
    List<Server> servers() {
        return fleet.servers();
    }

    /// A value, NaN where there is none.
    float value(Metric metric, int i) {
        return fleet.quality(metric, i).hasValue() ? fleet.value(metric, i) : Float.NaN;
    }

    /// Its share of its pool's requests, 0..1, NaN if unknown.
    double share(int i) {
        return totals[i] > 0 ? fleet.value(Metric.REQUESTS, i) / totals[i] : Double.NaN;
    }

    /// The highest weight that a balancer holds, -1 for none.
    int weight(int i) {
        return index.weight(i);
    }

    /// All that is said of the server at a place.
    ServerFacts facts(int i) {
        Server server = fleet.servers().get(i);
        List<Reading> readings = new ArrayList<>(Metric.values().length);
        for (Metric metric : Metric.values()) {
            readings.add(fleet.reading(metric, i));
        }
        Map<String, Integer> intended = new HashMap<>();
        String cause = "";
        String key = key(server.pool(), server.name());
        for (Drift d : drifts.getOrDefault(key, List.of())) {
            intended.put(d.balancer(), d.intended());
            cause = d.cause();
        }
        return new ServerFacts(
                server,
                index.limit(i),
                readings,
                index.held(i),
                trust,
                intended,
                cause,
                share(i),
                Ability.of(picture.outlook(), i, findings.get(key)),
                picture.time());
    }
}
