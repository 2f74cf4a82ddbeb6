package io.spillway.app.output;

import io.spillway.desk.Relief;
import io.spillway.desk.Truth;
import io.spillway.relief.standby.Advice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How gates stand and who leaves or stands by, as JSON.
final class ReliefJson {
    private ReliefJson() {}

    static ObjectNode node(Relief relief) {
        ObjectNode node = Json.object();
        node.put("pool", relief.gated());
        node.put("rung", relief.rung() < 0 ? "" : relief.ladder().get(relief.rung()));
        node.set("ladder", Json.strings(relief.ladder()));
        Json.number(node, "refused", relief.refused());
        ArrayNode gates = node.putArray("gates");
        for (Relief.Gate gate : relief.gates()) {
            ObjectNode entry = gates.addObject();
            entry.put("name", gate.name());
            entry.put("rank", gate.rank());
            Json.number(entry, "offered", gate.offered());
            Json.number(entry, "admitted", gate.admitted());
            entry.put("shed", gate.shed());
            Json.number(entry, "limit", gate.limit() < 0 ? Double.NaN : gate.limit());
        }
        ArrayNode standby = node.putArray("standby");
        for (Map.Entry<String, Advice> entry : new TreeMap<>(relief.standby()).entrySet()) {
            Advice advice = entry.getValue();
            standby.addObject()
                    .put("pool", entry.getKey())
                    .put("wanted", advice.wanted())
                    .put("change", advice.change())
                    .put("missing", advice.missing())
                    .put("text", advice.text());
        }
        ArrayNode leaving = node.putArray("leaving");
        for (Relief.Leaving one : relief.leaving()) {
            ObjectNode entry = leaving.addObject();
            entry.put("lease", one.lease());
            entry.put("pool", one.pool());
            entry.put("server", one.server());
            Json.number(entry, "inFlight", one.how().inFlight());
            Json.number(entry, "arriving", one.how().arriving());
            Duration left = one.how().left();
            Json.number(entry, "leftSeconds", left == null ? Double.NaN : left.toMillis() / 1e3);
            entry.put("text", one.how().text());
        }
        return node;
    }

    static ArrayNode truths(List<Truth> truths) {
        ArrayNode array = Json.array();
        for (Truth truth : truths) {
            ObjectNode entry = array.addObject();
            entry.put("lease", truth.lease());
            entry.put("balancer", truth.balancer());
            entry.put("pool", truth.pool());
            entry.put("knob", truth.knob().toString());
            entry.put("intended", truth.intended());
            entry.put("applied", truth.applied());
            Json.number(entry, "expected", truth.expected());
            Json.number(entry, "observed", truth.observed());
            entry.put("cause", truth.cause());
        }
        return array;
    }
}
