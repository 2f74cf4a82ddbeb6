package io.spillway.app.output;

import io.spillway.desk.Proof;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What became of `spillway setup prove` as JSON; the fields are described in `docs/cli.md`.
public final class ProofJson {
    private ProofJson() {}

    public static String pretty(String pool, String server, List<Proof.Line> lines) {
        ObjectNode node = Json.object();
        node.put("pool", pool);
        node.put("server", server);
        boolean whole = lines.size() == Proof.Step.values().length;
        node.put("proved", whole && lines.stream().allMatch(Proof.Line::good));
        ArrayNode steps = node.putArray("steps");
        for (Proof.Line line : lines) {
            ObjectNode step = steps.addObject();
            step.put("step", line.step().word());
            step.put("ok", line.good());
            step.put("act", line.act());
            step.put("message", line.said());
            ObjectNode balancers = step.putObject("balancers");
            line.values().forEach((name, values) -> balancers.set(name, Json.values(values)));
        }
        return Json.pretty(node);
    }
}
