package io.spillway.app.output;

import io.spillway.fleet.Knob;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The common ground of all JSON that Spillway prints: a number that is unknown is null, a time is
/// ISO 8601 in UTC with `Z`.
final class Json {
    static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /// Over several lines, for files and terminals.
    static String pretty(JsonNode node) {
        return PRETTY.writeValueAsString(node).replace("\r\n", "\n");
    }

    /// On one line.
    static String line(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static void number(ObjectNode node, String key, float value) {
        if (Float.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    static void number(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    static void time(ObjectNode node, String key, @Nullable Instant time) {
        if (time == null) {
            node.putNull(key);
        } else {
            node.put(key, time.truncatedTo(ChronoUnit.MILLIS).toString());
        }
    }

    static ObjectNode values(Map<Knob, Integer> values) {
        ObjectNode node = object();
        values.forEach((knob, value) -> node.put(knob.toString(), value));
        return node;
    }

    static ArrayNode strings(Iterable<String> strings) {
        ArrayNode node = array();
        strings.forEach(node::add);
        return node;
    }
}
