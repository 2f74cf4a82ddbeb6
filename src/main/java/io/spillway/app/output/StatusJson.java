package io.spillway.app.output;

import io.spillway.action.Drift;
import io.spillway.desk.Picture;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.fleet.SourceHealth;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A [Picture] as JSON; the fields are described in `docs/cli.md`.
public final class StatusJson {
    private StatusJson() {}

    /// Over several lines.
    public static String pretty(Picture picture) {
        return Json.pretty(node(picture));
    }

    /// On one line.
    public static String line(Picture picture) {
        return Json.line(node(picture));
    }

    private static ObjectNode node(Picture picture) {
        ObjectNode node = Json.object();
        node.put("state", picture.state().word());
        Json.time(node, "time", picture.time());
        node.put("site", picture.site());
        if (picture.practice() == null) {
            node.putNull("practice");
        } else {
            node.putObject("practice")
                    .put("scenario", picture.practice().scenario())
                    .put("speed", picture.practice().speed());
        }
        node.put("intervalSeconds", picture.interval().toNanos() / 1e9);
        ObjectNode mode = node.putObject("mode");
        mode.put("operate", picture.mode().operate());
        mode.put("operator", picture.mode().operator());
        Json.time(mode, "until", picture.mode().until());
        ArrayNode sources = node.putArray("sources");
        picture.sources().forEach(s -> sources.add(source(s, picture.time())));
        ArrayNode balancers = node.putArray("balancers");
        picture.fleet().balancers().forEach(b -> balancers.add(balancer(b)));
        ArrayNode pools = node.putArray("pools");
        picture.fleet().pools().forEach(p -> pools.add(pool(p, picture.fleet())));
        node.set("alarms", AlarmsJson.node(picture.alarms()));
        node.set("leases", LeasesJson.node(picture.leases()));
        ArrayNode drifts = node.putArray("drifts");
        picture.drifts().forEach(d -> drifts.add(drift(d)));
        node.set("truths", ReliefJson.truths(picture.relief().truths()));
        node.set("relief", ReliefJson.node(picture.relief()));
        node.set("notices", Json.strings(picture.notices()));
        return node;
    }

    private static ObjectNode source(SourceHealth source, Instant now) {
        ObjectNode node = Json.object();
        node.put("name", source.name());
        node.put("kind", source.kind());
        node.put("ok", source.ok());
        double age = (now.toEpochMilli() - source.lastSuccess()) / 1000.0;
        Json.number(node, "ageSeconds", source.lastSuccess() == 0 ? Double.NaN : age);
        node.put("message", source.message());
        return node;
    }

    private static ObjectNode balancer(BalancerState balancer) {
        ObjectNode node = Json.object();
        node.put("name", balancer.name());
        node.put("version", balancer.version());
        node.put("pid", balancer.pid());
        long started = balancer.startedAt();
        Json.time(node, "startedAt", started == 0 ? null : Instant.ofEpochSecond(started));
        Json.time(node, "readAt", Instant.ofEpochMilli(balancer.time()));
        return node;
    }

    private static ObjectNode pool(Pool pool, FleetState fleet) {
        ObjectNode node = Json.object();
        node.put("name", pool.name());
        node.put("backend", pool.backend());
        node.put("cpuLimit", pool.cpuLimit());
        node.put("minInService", pool.minInService());
        ArrayNode servers = node.putArray("servers");
        for (int i = 0; i < fleet.servers().size(); i++) {
            Server server = fleet.servers().get(i);
            if (server.pool().equals(pool.name())) {
                servers.add(server(server, i, Slots.of(fleet, pool, server), fleet));
            }
        }
        return node;
    }

    private static ObjectNode server(
            Server server, int index, List<Slots.At> slots, FleetState fleet) {
        ObjectNode node = Json.object();
        node.put("name", server.name());
        node.put("address", server.address());
        Json.number(node, "cpu", fleet.value(Metric.CPU, index));
        Json.number(node, "requestsPerSecond", fleet.value(Metric.REQUESTS, index));
        Json.number(node, "inFlight", fleet.value(Metric.IN_FLIGHT, index));
        Json.number(node, "queue", fleet.value(Metric.QUEUE, index));
        Json.number(node, "errors", fleet.value(Metric.ERRORS, index));
        Json.number(node, "latencySeconds", fleet.value(Metric.LATENCY, index));
        if (slots.isEmpty()) {
            node.putNull("weight");
        } else {
            node.put("weight", slots.getFirst().slot().weight());
        }
        node.put("adminState", Slots.admin(slots).word());
        node.put("operState", Slots.oper(slots).word());
        node.put("quality", fleet.quality(Metric.CPU, index).word());
        ObjectNode qualities = node.putObject("qualities");
        for (Metric metric : Metric.values()) {
            qualities.put(key(metric), fleet.quality(metric, index).word());
        }
        ArrayNode balancers = node.putArray("balancers");
        slots.forEach(at -> balancers.add(slot(at)));
        return node;
    }

    private static String key(Metric metric) {
        return switch (metric) {
            case CPU -> "cpu";
            case REQUESTS -> "requestsPerSecond";
            case IN_FLIGHT -> "inFlight";
            case QUEUE -> "queue";
            case ERRORS -> "errors";
            case LATENCY -> "latencySeconds";
        };
    }

    private static ObjectNode slot(Slots.At at) {
        Slot slot = at.slot();
        return Json.object()
                .put("name", at.balancer())
                .put("weight", slot.weight())
                .put("initialWeight", slot.initialWeight())
                .put("adminState", slot.admin().word())
                .put("operState", slot.oper().word());
    }

    private static ObjectNode drift(Drift drift) {
        return Json.object()
                .put("lease", drift.lease())
                .put("balancer", drift.balancer())
                .put("pool", drift.pool())
                .put("server", drift.knob().name())
                .put("what", drift.knob().kind().noun())
                .put("intended", drift.intended())
                .put("applied", drift.applied())
                .put("cause", drift.cause());
    }
}
