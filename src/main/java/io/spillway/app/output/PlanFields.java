package io.spillway.app.output;

import io.spillway.fleet.Knob;
import io.spillway.relief.Check;
import io.spillway.relief.ClassMove;
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
        Map<String, Map<Knob, Integer>> balancers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object("balancers").properties()) {
            balancers.put(entry.getKey(), values(entry.getValue()));
        }
        return new Plan(
                text("kind"),
                text("pool"),
                text("backend"),
                time("madeAt"),
                number("before"),
                number("after"),
                list("servers", PlanFields::move),
                list("classes", PlanFields::requestClass),
                list("stages", PlanFields::values),
                whole("preparation"),
                allows(),
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

    private static ClassMove requestClass(JsonNode node) {
        PlanFields fields = new PlanFields(node);
        return new ClassMove(
                fields.text("name"),
                fields.whole("rank"),
                fields.number("offered"),
                fields.number("admittedNow"),
                fields.number("admittedAfter"),
                fields.whole("shedNow"),
                fields.whole("shedAfter"));
    }

    private Map<Knob, Plan.Range> allows() {
        Map<Knob, Plan.Range> ranges = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object("allows").properties()) {
            Knob knob = Knob.valueOf(entry.getKey());
            JsonNode range = entry.getValue();
            if (!range.isArray() || range.size() != 2) {
                throw wrong("allows", "pair of numbers for each");
            }
            ranges.put(knob, new Plan.Range(value(knob, range.get(0)), value(knob, range.get(1))));
        }
        return ranges;
    }

    private static Map<Knob, Integer> values(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("the values are not given by name");
        }
        Map<Knob, Integer> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Knob knob = Knob.valueOf(entry.getKey());
            values.put(knob, value(knob, entry.getValue()));
        }
        return values;
    }

    private static int value(Knob knob, JsonNode node) {
        if (knob.kind() == Knob.Kind.WEIGHT) {
            return weight(node);
        } else if (!node.isIntegralNumber()
                || !node.canConvertToInt()
                || !knob.kind().takes(node.intValue())) {
            throw new IllegalArgumentException("%s cannot be %s".formatted(knob, node));
        }
        return node.intValue();
    }

    private int whole(String key) {
        JsonNode value = field(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(key, "whole number");
        }
        return value.intValue();
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
