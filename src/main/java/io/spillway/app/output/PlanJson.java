package io.spillway.app.output;

import io.spillway.fleet.Knob;
import io.spillway.relief.Check;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A [Plan] as JSON, which is also the plan file; the fields are described in `docs/cli.md`.
public final class PlanJson {
    private PlanJson() {}

    public static String pretty(Plan plan) {
        ObjectNode node = Json.object();
        node.put("kind", plan.kind());
        node.put("pool", plan.pool());
        node.put("backend", plan.backend());
        Json.time(node, "madeAt", Instant.ofEpochMilli(plan.madeAt()));
        node.put("summary", plan.summary());
        node.put("applicable", plan.applicable());
        Json.number(node, "before", plan.before());
        Json.number(node, "after", plan.after());
        ArrayNode servers = node.putArray("servers");
        plan.servers().forEach(move -> servers.add(server(move)));
        ArrayNode classes = node.putArray("classes");
        plan.classes().forEach(c -> classes.add(requestClass(c)));
        ArrayNode checks = node.putArray("checks");
        plan.checks().forEach(check -> checks.add(check(check)));
        ArrayNode stages = node.putArray("stages");
        plan.stages().forEach(stage -> stages.add(Json.values(stage)));
        node.put("preparation", plan.preparation());
        ObjectNode allows = node.putObject("allows");
        plan.allows()
                .forEach((knob, range) ->
                        allows.putArray(knob.toString()).add(range.low()).add(range.high()));
        ObjectNode balancers = node.putObject("balancers");
        for (Map.Entry<String, Map<Knob, Integer>> entry : plan.balancers().entrySet()) {
            balancers.set(entry.getKey(), Json.values(entry.getValue()));
        }
        return Json.pretty(node);
    }

    private static ObjectNode server(Move move) {
        ObjectNode node = Json.object();
        node.put("name", move.name());
        node.put("weightNow", move.weightNow());
        node.put("weightAfter", move.weightAfter());
        Json.number(node, "cpuNow", move.cpuNow());
        Json.number(node, "cpuAfter", move.cpuAfter());
        Json.number(node, "shareNow", move.shareNow());
        Json.number(node, "shareAfter", move.shareAfter());
        return node;
    }

    private static ObjectNode requestClass(ClassMove move) {
        ObjectNode node = Json.object();
        node.put("name", move.name());
        node.put("rank", move.rank());
        Json.number(node, "offered", move.offered());
        Json.number(node, "admittedNow", move.admittedNow());
        Json.number(node, "admittedAfter", move.admittedAfter());
        node.put("shedNow", move.shedNow());
        node.put("shedAfter", move.shedAfter());
        return node;
    }

    private static ObjectNode check(Check check) {
        return Json.object()
                .put("passed", check.passed())
                .put("blocking", check.blocking())
                .put("text", check.text());
    }

    /// Reads a plan file.
    ///
    /// @throws IllegalArgumentException with a few words on what is not as it should be
    public static Plan read(String text) {
        try {
            return new PlanFields(Json.MAPPER.readTree(text)).plan();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }
}
