package io.spillway.app.output;

import io.spillway.action.Lease;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Acts in force as a JSON array; the fields are described in `docs/cli.md`.
public final class LeasesJson {
    private LeasesJson() {}

    public static String pretty(List<Lease> leases) {
        return Json.pretty(node(leases));
    }

    static ArrayNode node(List<Lease> leases) {
        ArrayNode array = Json.array();
        for (Lease lease : leases) {
            ObjectNode node = array.addObject();
            node.put("id", lease.id());
            node.put("kind", lease.kind());
            node.put("pool", lease.pool());
            node.put("operator", lease.operator());
            node.put("reason", lease.reason());
            Json.time(node, "since", lease.since());
            Json.time(node, "endsAt", lease.endsAt());
            node.put("state", lease.state().word());
            node.put("step", lease.course().step());
            node.put("steps", lease.course().steps());
            node.put("permanent", lease.course().permanent());
            node.put("verdict", lease.course().verdict());
            node.put("consent", lease.course().consent());
            node.put("message", lease.message());
            node.set("balancers", Json.strings(lease.balancers()));
        }
        return array;
    }
}
