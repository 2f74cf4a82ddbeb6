package io.spillway.source.prometheus;

import io.spillway.source.PastSource.Question;
import io.spillway.source.PastSource.Sink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Reads the answer to a range query as it streams in, one series at a time. Unknown fields are
/// passed over.
final class MatrixReader {
    private final LabelReader labels = new LabelReader();
    private final Sink sink;
    private final float[] values;
    private final long start;
    private final long step;
    private String status = "";
    private String errorType = "";
    private String error = "";
    private int series;

    private MatrixReader(Question question, long start, Sink sink) {
        this.sink = sink;
        this.start = start;
        this.step = question.step();
        this.values = new float[question.points()];
    }

    /// Reads one answer to its end.
    ///
    /// @param start time of the question's first point by the engine's clock, epoch milliseconds
    /// @return how many series there were
    /// @throws Refusal if the engine says that it failed
    /// @throws IOException if the stream fails or is no answer
    /// @throws tools.jackson.core.JacksonException if it is no JSON or ends too early
    static int read(InputStream in, Question question, long start, Sink sink) throws IOException {
        MatrixReader reader = new MatrixReader(question, start, sink);
        try (JsonParser json = AnswerReader.JSON.createParser(ObjectReadContext.empty(), in)) {
            reader.root(json);
        } catch (NumberFormatException e) {
            throw new AnswerReader.NotAnAnswer();
        }
        if (reader.status.equals("error")) {
            throw new Refusal(reader.errorType, reader.error);
        }
        if (!reader.status.equals("success")) {
            throw new AnswerReader.NotAnAnswer();
        }
        return reader.series;
    }

    private void root(JsonParser json) throws IOException {
        AnswerReader.expect(json.nextToken(), JsonToken.START_OBJECT);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "status" -> status = json.getString();
                case "errorType" -> errorType = json.getString();
                case "error" -> error = json.getString();
                case "data" -> data(json, token);
                default -> json.skipChildren();
            }
        }
    }

    private void data(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (!name.equals("result")) {
                json.skipChildren();
                continue;
            }
            AnswerReader.expect(json.currentToken(), JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                series(json);
            }
            AnswerReader.expect(json.currentToken(), JsonToken.END_ARRAY);
        }
    }

    private void series(JsonParser json) throws IOException {
        Map<String, String> of = Map.of();
        Arrays.fill(values, Float.NaN);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "metric" -> {
                    AnswerReader.expect(token, JsonToken.START_OBJECT);
                    of = labels.read(json, null);
                }
                case "values" -> {
                    AnswerReader.expect(token, JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_ARRAY) {
                        point(json);
                    }
                }
                default -> json.skipChildren();
            }
        }
        series++;
        sink.take(of, values);
    }

    private void point(JsonParser json) throws IOException {
        if (!json.nextToken().isNumeric()) {
            throw new AnswerReader.NotAnAnswer();
        }
        long at = Math.round((json.getDoubleValue() * 1000 - start) / step);
        AnswerReader.expect(json.nextToken(), JsonToken.VALUE_STRING);
        float value = (float) SampleText.parse(json.getString());
        if (at >= 0 && at < values.length && Float.isFinite(value)) {
            values[(int) at] = value;
        }
        AnswerReader.expect(json.nextToken(), JsonToken.END_ARRAY);
    }
}
