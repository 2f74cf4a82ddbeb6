package io.spillway.source.prometheus;

import io.spillway.fleet.Alert;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Reads the answer of `/api/v1/alerts` as it streams in. Unknown fields are passed over.
final class AlertsReader {
    private final String source;
    private final List<Alert> alerts = new ArrayList<>();
    private String status = "";
    private String errorType = "";
    private String error = "";

    private AlertsReader(String source) {
        this.source = source;
    }

    /// Reads one answer to its end.
    ///
    /// @param source the engine's name as configured
    /// @throws Refusal if the engine says that it failed
    /// @throws IOException if the stream fails or is no answer
    /// @throws tools.jackson.core.JacksonException if it is no JSON or ends too early
    static List<Alert> read(InputStream in, String source) throws IOException {
        AlertsReader reader = new AlertsReader(source);
        try (JsonParser json = AnswerReader.JSON.createParser(ObjectReadContext.empty(), in)) {
            AnswerReader.expect(json.nextToken(), JsonToken.START_OBJECT);
            reader.root(json);
        }
        if (reader.status.equals("error")) {
            throw new Refusal(reader.errorType, reader.error);
        }
        if (!reader.status.equals("success")) {
            throw new AnswerReader.NotAnAnswer();
        }
        return List.copyOf(reader.alerts);
    }

    private void root(JsonParser json) throws IOException {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "status" -> status = json.getString();
                case "errorType" -> errorType = json.getString();
                case "error" -> error = json.getString();
                case "data" -> {
                    if (token == JsonToken.START_OBJECT) {
                        data(json);
                    }
                }
                default -> json.skipChildren();
            }
        }
    }

    private void data(JsonParser json) throws IOException {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            if (name.equals("alerts") && token == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    alert(json);
                }
                AnswerReader.expect(json.currentToken(), JsonToken.END_ARRAY);
            } else {
                json.skipChildren();
            }
        }
    }

    private void alert(JsonParser json) throws IOException {
        Map<String, String> labels = Map.of();
        Map<String, String> notes = Map.of();
        String state = "";
        long start = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "labels" -> labels = texts(json, token);
                case "annotations" -> notes = texts(json, token);
                case "state" -> state = json.getString();
                case "activeAt" -> start = time(json.getString());
                default -> json.skipChildren();
            }
        }
        if (!state.equals("inactive")) {
            alerts.add(made(labels, notes, state, start));
        }
    }

    private Alert made(
            Map<String, String> labels, Map<String, String> notes, String state, long start) {
        return new Alert(
                Alert.Teller.PROMETHEUS,
                source,
                new TreeMap<>(labels).toString(),
                labels.getOrDefault(Alert.NAME, ""),
                labels,
                notes.getOrDefault("summary", ""),
                notes.getOrDefault("description", ""),
                labels.getOrDefault("severity", ""),
                start,
                state.equals("pending") ? Alert.State.PENDING : Alert.State.FIRING,
                List.of(),
                List.of());
    }

    private static Map<String, String> texts(JsonParser json, JsonToken token) throws IOException {
        AnswerReader.expect(token, JsonToken.START_OBJECT);
        Map<String, String> texts = new HashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            AnswerReader.expect(json.nextToken(), JsonToken.VALUE_STRING);
            texts.put(name, json.getString());
        }
        return texts;
    }

    private static long time(String text) throws IOException {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw new AnswerReader.NotAnAnswer();
        }
    }
}
