package io.spillway.source.prometheus;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Reads how often each job is scraped from the answer of `/api/v1/targets`, which for a large
/// fleet is megabytes of things that do not matter here.
final class TargetsReader {
    private final Map<String, Long> intervals = new HashMap<>();
    private String job = "";
    private long interval;

    private TargetsReader() {}

    /// The longest scrape interval of each job, milliseconds; empty if the answer tells none.
    ///
    /// @throws tools.jackson.core.JacksonException if it is no JSON or ends too early
    static Map<String, Long> read(InputStream in) {
        TargetsReader reader = new TargetsReader();
        try (JsonParser json = AnswerReader.JSON.createParser(ObjectReadContext.empty(), in)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                reader.object(json, "");
            }
        }
        return reader.intervals;
    }

    private void object(JsonParser json, String path) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            switch (path + "/" + name) {
                case "/data", "/data/target/labels", "/data/target/discoveredLabels" -> {
                    if (token == JsonToken.START_OBJECT) {
                        object(json, path + "/" + name);
                    }
                }
                case "/data/activeTargets" -> targets(json, token);
                case "/data/target/labels/job" -> job = json.getString();
                case "/data/target/scrapeInterval" -> interval = Durations.parse(json.getString());
                // VictoriaMetrics tells it only here.
                case "/data/target/discoveredLabels/__scrape_interval__" ->
                        interval = interval == 0 ? Durations.parse(json.getString()) : interval;
                default -> json.skipChildren();
            }
        }
    }

    private void targets(JsonParser json, JsonToken token) {
        while (token == JsonToken.START_ARRAY && json.nextToken() == JsonToken.START_OBJECT) {
            job = "";
            interval = 0;
            object(json, "/data/target");
            if (interval > 0) {
                intervals.merge(job, interval, Math::max);
            }
        }
    }
}
