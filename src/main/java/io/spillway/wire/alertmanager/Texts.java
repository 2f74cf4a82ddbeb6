package io.spillway.wire.alertmanager;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes the API's JSON. Unknown fields are passed over.
final class Texts {
    static final JsonMapper JSON = new JsonMapper();

    private Texts() {}

    /// JSON, but not what this API answers.
    static final class NotAnAnswer extends IOException {
        private static final long serialVersionUID = 1L;
    }

    static List<ActiveAlert> alerts(JsonNode answer) throws NotAnAnswer {
        List<ActiveAlert> alerts = new ArrayList<>();
        for (JsonNode alert : list(answer)) {
            JsonNode status = alert.path("status");
            alerts.add(
                    new ActiveAlert(
                            text(alert, "fingerprint"),
                            texts(alert.path("labels")),
                            texts(alert.path("annotations")),
                            time(alert, "startsAt"),
                            strings(status.path("silencedBy")),
                            strings(status.path("inhibitedBy"))));
        }
        return alerts;
    }

    static List<Silence> silences(JsonNode answer) throws NotAnAnswer {
        List<Silence> silences = new ArrayList<>();
        for (JsonNode silence : list(answer)) {
            silences.add(silence(silence));
        }
        return silences;
    }

    static Silence silence(JsonNode silence) throws NotAnAnswer {
        List<Silence.Matcher> matchers = new ArrayList<>();
        for (JsonNode m : list(silence.path("matchers"))) {
            matchers.add(
                    new Silence.Matcher(
                            text(m, "name"),
                            text(m, "value"),
                            m.path("isRegex").asBoolean(false),
                            m.path("isEqual").asBoolean(true)));
        }
        return new Silence(
                text(silence, "id"),
                text(silence.path("status"), "state"),
                text(silence, "createdBy"),
                text(silence, "comment"),
                time(silence, "endsAt"),
                matchers);
    }

    static String id(JsonNode created) throws NotAnAnswer {
        return text(created, "silenceID");
    }

    /// A silence that all of the labels must meet exactly.
    static String request(
            Map<String, String> labels, Instant start, Instant end, String author, String comment) {
        ObjectNode silence = JSON.createObjectNode();
        ArrayNode matchers = silence.putArray("matchers");
        labels.forEach((name, value) ->
                matchers.addObject()
                        .put("name", name)
                        .put("value", value)
                        .put("isRegex", false)
                        .put("isEqual", true));
        silence.put("startsAt", start.toString());
        silence.put("endsAt", end.toString());
        silence.put("createdBy", author);
        silence.put("comment", comment);
        return silence.toString();
    }

    /// The reason in a refusal, which is an object or a bare string.
    static String reason(String body) {
        if (!body.startsWith("{") && !body.startsWith("\"")) {
            return body;
        }
        JsonNode answer = JSON.readTree(body);
        return answer.isString() ? answer.stringValue() : answer.path("message").asString(body);
    }

    private static JsonNode list(JsonNode node) throws NotAnAnswer {
        if (!node.isArray()) {
            throw new NotAnAnswer();
        }
        return node;
    }

    private static String text(JsonNode node, String name) throws NotAnAnswer {
        JsonNode text = node.path(name);
        if (!text.isString()) {
            throw new NotAnAnswer();
        }
        return text.stringValue();
    }

    private static Instant time(JsonNode node, String name) throws NotAnAnswer {
        try {
            return Instant.parse(text(node, name));
        } catch (DateTimeException e) {
            throw new NotAnAnswer();
        }
    }

    private static Map<String, String> texts(JsonNode node) throws NotAnAnswer {
        Set<Map.Entry<String, JsonNode>> entries = node.properties();
        Map<String, String> texts = HashMap.newHashMap(entries.size());
        for (Map.Entry<String, JsonNode> entry : entries) {
            texts.put(entry.getKey(), text(node, entry.getKey()));
        }
        return texts;
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        node.forEach(n -> strings.add(n.asString("")));
        return strings;
    }
}
