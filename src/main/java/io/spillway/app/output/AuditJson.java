package io.spillway.app.output;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Attempts as a JSON array; the fields are described in `docs/cli.md`.
public final class AuditJson {
    private AuditJson() {}

    public static String pretty(List<Attempt> attempts) {
        ArrayNode array = Json.array();
        for (Attempt attempt : attempts) {
            ObjectNode node = array.addObject();
            Json.time(node, "time", attempt.time());
            node.put("operator", attempt.operator());
            node.put("command", attempt.command());
            node.put("allowed", attempt.allowed());
            node.put("from", attempt.from());
            node.put("console", attempt.console());
            node.put("why", attempt.why());
        }
        return Json.pretty(array);
    }
}
