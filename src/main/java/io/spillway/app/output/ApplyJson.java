package io.spillway.app.output;

import io.spillway.action.ActResult;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What became of `apply` or `undo` as JSON; the fields are described in `docs/cli.md`.
public final class ApplyJson {
    private ApplyJson() {}

    public static String pretty(ActResult result) {
        ObjectNode node = Json.object();
        node.put("id", result.id());
        node.put("outcome", result.outcome().word());
        node.put("message", result.message());
        ArrayNode balancers = node.putArray("balancers");
        for (ActResult.BalancerResult balancer : result.balancers()) {
            ObjectNode entry = balancers.addObject();
            entry.put("name", balancer.name());
            entry.put("ok", balancer.ok());
            entry.put("message", balancer.message());
            Map<Knob, Integer> weights = new LinkedHashMap<>();
            Map<Knob, Integer> others = new LinkedHashMap<>();
            balancer.values()
                    .forEach((k, v) -> (k.kind() == Kind.WEIGHT ? weights : others).put(k, v));
            entry.set("weights", Json.values(weights));
            entry.set("values", Json.values(others));
        }
        return Json.pretty(node);
    }
}
