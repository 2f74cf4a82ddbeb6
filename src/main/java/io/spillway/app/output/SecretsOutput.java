package io.spillway.app.output;

import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/// Names of kept secrets and where they are; the fields of the JSON are described in `docs/cli.md`.
public final class SecretsOutput {
    private SecretsOutput() {}

    /// For people.
    public static String text(Map<String, String> places) {
        if (places.isEmpty()) {
            return "no secret is kept\n";
        }
        Table table = new Table("NAME", "KEPT IN");
        places.forEach(table::row);
        return table.toString();
    }

    /// A JSON array.
    public static String json(Map<String, String> places) {
        ArrayNode array = Json.array();
        places.forEach((name, place) -> array.addObject().put("name", name).put("place", place));
        return Json.pretty(array);
    }
}
