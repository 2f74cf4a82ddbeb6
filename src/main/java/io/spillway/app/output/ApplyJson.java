package io.spillway.app.output;

import io.spillway.action.ActResult;
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
            entry.set("weights", Json.weights(balancer.weights()));
        }
        return Json.pretty(node);
    }
}
