package io.spillway.practice;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes answers in the form of the Prometheus HTTP API.
final class ApiJson {
    private final JsonFactory factory = new JsonFactory();

    void vector(OutputStream to, QueryApi.Table table) {
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), to)) {
            head(json, "vector");
            double[] values = table.values()[0];
            for (int s = 0; s < values.length; s++) {
                if (!Double.isNaN(values[s])) {
                    json.writeStartObject();
                    labels(json, "metric", table.series().get(s).labels());
                    json.writeName("value");
                    point(json, table.times()[0], values[s]);
                    json.writeEndObject();
                }
            }
            tail(json);
        }
    }

    void matrix(OutputStream to, QueryApi.Table table) {
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), to)) {
            head(json, "matrix");
            for (int s = 0; s < table.series().size(); s++) {
                if (hasValue(table, s)) {
                    json.writeStartObject();
                    labels(json, "metric", table.series().get(s).labels());
                    json.writeArrayPropertyStart("values");
                    points(json, table, s);
                    json.writeEndArray();
                    json.writeEndObject();
                }
            }
            tail(json);
        }
    }

    /// The targets that would be scraped.
    ///
    /// @param interval between scrapes, milliseconds
    void targets(OutputStream to, Model model, long interval) {
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), to)) {
            json.writeStartObject();
            json.writeStringProperty("status", "success");
            json.writeObjectPropertyStart("data");
            json.writeArrayPropertyStart("activeTargets");
            Instant last = Instant.ofEpochMilli(model.tape.latest().time());
            for (int i = 0; i < model.park.size(); i++) {
                target(json, Selectors.instance(model.park, i), "node", last, interval);
            }
            for (Balancer balancer : model.balancers) {
                target(json, Selectors.instance(balancer), "haproxy", last, interval);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("droppedTargets");
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /// An object of strings as `data`.
    void data(OutputStream to, Map<String, String> data) {
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), to)) {
            json.writeStartObject();
            json.writeStringProperty("status", "success");
            labels(json, "data", data);
            json.writeEndObject();
        }
    }

    void error(OutputStream to, String type, String message) {
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), to)) {
            json.writeStartObject();
            json.writeStringProperty("status", "error");
            json.writeStringProperty("errorType", type);
            json.writeStringProperty("error", message);
            json.writeEndObject();
        }
    }

    private static void head(JsonGenerator json, String type) {
        json.writeStartObject();
        json.writeStringProperty("status", "success");
        json.writeObjectPropertyStart("data");
        json.writeStringProperty("resultType", type);
        json.writeArrayPropertyStart("result");
    }

    private static void tail(JsonGenerator json) {
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void target(
            JsonGenerator json, String instance, String job, Instant last, long interval) {
        String url = "http://" + instance + "/metrics";
        json.writeStartObject();
        labels(json, "discoveredLabels", Map.of("__address__", instance, "job", job));
        labels(json, "labels", Map.of("instance", instance, "job", job));
        json.writeStringProperty("scrapePool", job);
        json.writeStringProperty("scrapeUrl", url);
        json.writeStringProperty("globalUrl", url);
        json.writeStringProperty("lastError", "");
        json.writeStringProperty("lastScrape", last.toString());
        json.writeNumberProperty("lastScrapeDuration", 0.004);
        json.writeStringProperty("health", "up");
        json.writeStringProperty("scrapeInterval", Spans.text(interval));
        json.writeStringProperty("scrapeTimeout", Spans.text(interval));
        json.writeEndObject();
    }

    private static boolean hasValue(QueryApi.Table table, int series) {
        for (double[] values : table.values()) {
            if (!Double.isNaN(values[series])) {
                return true;
            }
        }
        return false;
    }

    private static void points(JsonGenerator json, QueryApi.Table table, int series) {
        for (int t = 0; t < table.times().length; t++) {
            double value = table.values()[t][series];
            if (!Double.isNaN(value)) {
                point(json, table.times()[t], value);
            }
        }
    }

    private static void point(JsonGenerator json, long millis, double value) {
        json.writeStartArray();
        json.writeNumber(BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString());
        json.writeString(text(value));
        json.writeEndArray();
    }

    private static void labels(JsonGenerator json, String name, Map<String, String> labels) {
        json.writeObjectPropertyStart(name);
        labels.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    /// A value as the engine prints it: never with an exponent, whole numbers without a point.
    private static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        return size >= 1e-3 && size < 1e7
                ? Double.toString(value)
                : BigDecimal.valueOf(value).toPlainString();
    }
}
