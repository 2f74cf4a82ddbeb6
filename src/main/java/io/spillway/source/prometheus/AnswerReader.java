package io.spillway.source.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the answer to a query as it streams in: vectors, ranges and scalars. Unknown fields are
/// passed over.
final class AnswerReader {
    static final JsonFactory JSON = JsonFactory.builder().build();

    private final List<Series> previous;
    private final List<Series> series;
    private final List<String> warnings = new ArrayList<>();
    private final LabelReader labelReader = new LabelReader();
    private String status = "";
    private String errorType = "";
    private String error = "";

    private AnswerReader(List<Series> previous) {
        this.previous = previous;
        this.series = new ArrayList<>(previous.size());
    }

    /// Valid JSON that is not the query API's.
    static final class NotAnAnswer extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Reads one answer to its end.
    ///
    /// @param previous the last answer to the same query, whose label sets are used again
    /// @throws Refusal if the engine says that it failed
    /// @throws IOException if the stream fails or is no answer
    /// @throws tools.jackson.core.JacksonException if it is no JSON or ends too early
    static Answer read(InputStream in, @Nullable Answer previous) throws IOException {
        AnswerReader reader = new AnswerReader(previous == null ? List.of() : previous.series());
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            reader.root(json);
        } catch (NumberFormatException e) {
            throw new NotAnAnswer();
        }
        return reader.answer();
    }

    private Answer answer() throws IOException {
        if (status.equals("error")) {
            throw new Refusal(errorType, error);
        }
        if (!status.equals("success")) {
            throw new NotAnAnswer();
        }
        return new Answer(series, List.copyOf(warnings));
    }

    private void root(JsonParser json) throws IOException {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "status" -> status = json.getString();
                case "errorType" -> errorType = json.getString();
                case "error" -> error = json.getString();
                case "warnings" -> warnings(json);
                case "data" -> data(json, token);
                default -> json.skipChildren();
            }
        }
    }

    private void warnings(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            warnings.add(json.getString());
        }
    }

    private void data(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (name.equals("result")) {
                result(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void result(JsonParser json) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            point(json, Map.of());
            return;
        }
        while (token == JsonToken.START_OBJECT) {
            series(json);
            token = json.nextToken();
        }
        expect(token, JsonToken.END_ARRAY);
    }

    private void series(JsonParser json) throws IOException {
        int place = series.size();
        Map<String, String> labels = Map.of();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "metric" -> {
                    expect(token, JsonToken.START_OBJECT);
                    var guess = place < previous.size() ? previous.get(place).labels() : null;
                    labels = labelReader.read(json, guess);
                }
                case "value" -> {
                    expect(token, JsonToken.START_ARRAY);
                    json.nextToken();
                    point(json, labels);
                }
                case "values" -> {
                    expect(token, JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_ARRAY) {
                        json.nextToken();
                        point(json, labels);
                    }
                }
                default -> json.skipChildren();
            }
        }
    }

    private void point(JsonParser json, Map<String, String> labels) throws IOException {
        if (!json.currentToken().isNumeric()) {
            throw new NotAnAnswer();
        }
        long time = Math.round(json.getDoubleValue() * 1000);
        expect(json.nextToken(), JsonToken.VALUE_STRING);
        series.add(new Series(labels, time, SampleText.parse(json.getString())));
        expect(json.nextToken(), JsonToken.END_ARRAY);
    }

    static void expect(@Nullable JsonToken is, JsonToken should) throws NotAnAnswer {
        if (is != should) {
            throw new NotAnAnswer();
        }
    }
}
