package io.spillway.app.output;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Endpoints as a JSON array; the fields are described in `docs/cli.md`.
public final class CheckJson {
    private CheckJson() {}

    public static String pretty(List<EndpointReport> reports) {
        ArrayNode array = Json.array();
        for (EndpointReport report : reports) {
            ObjectNode node = array.addObject();
            node.put("endpoint", report.endpoint());
            node.put("address", report.address());
            node.put("reachable", report.reachable());
            node.put("readable", report.readable());
            node.put("writable", report.writable());
            node.put("join", report.join());
            Json.number(node, "skewSeconds", report.skewSeconds());
            node.put("message", report.message());
        }
        return Json.pretty(array);
    }
}
