package io.spillway.app.output;

import io.spillway.relief.Check;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads the fields of a plan file; whatever is missing or of another type is refused by name.
final class PlanFields {
    private static final int HIGHEST_WEIGHT = 256;

    private final JsonNode node;

    PlanFields(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("it holds no JSON object");
        }
        this.node = node;
    }

    Plan plan() {
        Map<String, Map<String, Integer>> balancers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object("balancers").properties()) {
            balancers.put(entry.getKey(), weights(entry.getValue()));
        }
        return new Plan(
                text("kind"),
                text("pool"),
                text("backend"),
                time("madeAt"),
                number("before"),
                number("after"),
                list("servers", PlanFields::move),
                list("stages", PlanFields::weights),
                balancers,
                list("checks", PlanFields::check),
                text("summary"));
    }

    private static Move move(JsonNode node) {
        PlanFields fields = new PlanFields(node);
        return new Move(
                fields.text("name"),
                weight(fields.field("weightNow")),
                weight(fields.field("weightAfter")),
                (float) fields.number("cpuNow"),
                (float) fields.number("cpuAfter"),
                fields.number("shareNow"),
                fields.number("shareAfter"));
    }

    private static Check check(JsonNode node) {
        PlanFields fields = new PlanFields(node);
        return new Check(fields.flag("passed"), fields.flag("blocking"), fields.text("text"));
    }

    private static Map<String, Integer> weights(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("the weights are not given by server");
        }
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            weights.put(entry.getKey(), weight(entry.getValue()));
        }
        return weights;
    }

    private static int weight(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new IllegalArgumentException("a weight is no whole number");
        }
        int weight = node.intValue();
        if (weight < 0 || weight > HIGHEST_WEIGHT) {
            throw new IllegalArgumentException("a weight is outside 0 to 256");
        }
        return weight;
    }

    private JsonNode field(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the field " + key + " is missing");
        }
        return value;
    }

    private static IllegalArgumentException wrong(String key, String expected) {
        return new IllegalArgumentException("the field " + key + " is no " + expected);
    }

    private JsonNode object(String key) {
        JsonNode value = field(key);
        if (!value.isObject()) {
            throw wrong(key, "object");
        }
        return value;
    }

    private String text(String key) {
        JsonNode value = field(key);
        if (!value.isString()) {
            throw wrong(key, "text");
        }
        return value.stringValue();
    }

    private boolean flag(String key) {
        JsonNode value = field(key);
        if (!value.isBoolean()) {
            throw wrong(key, "true or false");
        }
        return value.booleanValue();
    }

    private double number(String key) {
        JsonNode value = field(key);
        if (value.isNull()) {
            return Double.NaN;
        }
        if (!value.isNumber()) {
            throw wrong(key, "number");
        }
        return value.doubleValue();
    }

    private long time(String key) {
        try {
            return Instant.parse(text(key)).toEpochMilli();
        } catch (DateTimeException e) {
            throw wrong(key, "time");
        }
    }

    private <T> List<T> list(String key, Function<JsonNode, T> reader) {
        JsonNode value = field(key);
        if (!value.isArray()) {
            throw wrong(key, "list");
        }
        List<T> list = new ArrayList<>();
        for (JsonNode item : value) {
            list.add(reader.apply(item));
        }
        return List.copyOf(list);
    }
}
