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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers from a Picture what the table says of each server.
final class FactsReader {
    private final Picture picture;
    private final FleetState fleet;
    private final FleetIndex index;
    private final Map<String, FleetIndex.Trust> trust;
    private final Map<String, Double> requests = new HashMap<>();
    private final Map<String, List<Drift>> drifts = new HashMap<>();

    private final Map<String, Finding> findings = new HashMap<>();

    FactsReader(Picture picture) {
        this.picture = picture;
        this.fleet = picture.fleet();
        this.index = new FleetIndex(fleet);
        this.trust = index.trust(picture.interval());
        for (int i = 0; i < fleet.servers().size(); i++) {
            float rate = fleet.value(Metric.REQUESTS, i);
            if (Float.isFinite(rate)) {
                requests.merge(fleet.servers().get(i).pool(), (double) rate, Double::sum);
            }
        }
        picture.outlook().findings().forEach(f -> findings.put(key(f.pool(), f.server()), f));
        for (Drift d : picture.drifts()) {
            if (d.knob().kind() == Knob.Kind.WEIGHT) {
                drifts.computeIfAbsent(key(d.pool(), d.knob().name()), _ -> new ArrayList<>())
                        .add(d);
            }
        }
    }

    /// Names a server among all pools.
    static String key(String pool, String server) {
        return pool + "\n" + server;
    }

    List<ServerFacts> read() {
        List<ServerFacts> all = new ArrayList<>(fleet.servers().size());
        for (int i = 0; i < fleet.servers().size(); i++) {
            all.add(facts(i));
        }
        return all;
    }

    private ServerFacts facts(int i) {
        Server server = fleet.servers().get(i);
        List<Reading> readings = new ArrayList<>(Metric.values().length);
        for (Metric metric : Metric.values()) {
            readings.add(fleet.reading(metric, i));
        }
        Map<String, Integer> intended = new HashMap<>();
        String cause = "";
        for (Drift d : drifts.getOrDefault(key(server.pool(), server.name()), List.of())) {
            intended.put(d.balancer(), d.intended());
            cause = d.cause();
        }
        double all = requests.getOrDefault(server.pool(), 0.0);
        double share = all > 0 ? fleet.value(Metric.REQUESTS, i) / all : Double.NaN;
        return new ServerFacts(
                server,
                index.limit(i),
                readings,
                index.held(i),
                trust,
                intended,
                cause,
                share,
                Ability.of(picture.outlook(), i, findings.get(key(server.pool(), server.name()))),
                picture.time());
    }
}
