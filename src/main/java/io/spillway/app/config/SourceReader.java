package io.spillway.app.config;

import io.spillway.fleet.Metric;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads one entry of `sources`.
final class SourceReader {
    static final Duration DEADLINE = Duration.ofMillis(800);
    static final URI NOWHERE = URI.create("http://nowhere.invalid");

    private static final Map<String, Metric> METRICS =
            Map.of(
                    "cpu", Metric.CPU,
                    "requests", Metric.REQUESTS,
                    "inFlight", Metric.IN_FLIGHT,
                    "queue", Metric.QUEUE,
                    "errors", Metric.ERRORS,
                    "latency", Metric.LATENCY);

    private static final List<String> KINDS = List.of("prometheus", "log", "alertmanager");

    private static final List<String> OF_HTTP =
            List.of("deadline", "username", "password", "bearer", "ca");

    private final LoginReader logins;
    private final LogAddressReader logs;
    private final Mistakes mistakes;

    SourceReader(LoginReader logins, LogAddressReader logs, Mistakes mistakes) {
        this.logins = logins;
        this.logs = logs;
        this.mistakes = mistakes;
    }

    SourceConfig read(Node node) {
        Fields fields = new Fields("the source", node, Keys.SOURCE, mistakes);
        if (fields.has("log")) {
            refuseOthers(fields, "log", "one of the two in a source");
            return log(fields);
        }
        if (fields.has("alertmanager")) {
            refuseOthers(fields, "alertmanager", "one of the two in a source");
            return alertmanager(fields);
        }
        fields.refuse(List.of("silences"), "beside prometheus", "it only with alertmanager");
        return engine(fields);
    }

    private static void refuseOthers(Fields fields, String kind, String expected) {
        List<String> others = KINDS.stream().filter(k -> !k.equals(kind)).toList();
        fields.refuse(others, "beside " + kind, expected);
        fields.refuse(List.of("queries"), "beside " + kind, "it only with prometheus");
    }

    private SourceConfig log(Fields fields) {
        fields.refuse(OF_HTTP, "beside log", "it only with prometheus or alertmanager");
        fields.refuse(List.of("silences"), "beside log", "it only with alertmanager");
        LogAddress log = fields.optional("log", null, logs::read);
        return new SourceConfig.Log(
                fields.required("name", "", "access", Values::name),
                log == null ? new LogAddress.LogFile("", Path.of("")) : log);
    }

    private SourceConfig alertmanager(Fields fields) {
        URI uri = fields.optional("alertmanager", null, Values::url);
        return new SourceConfig.Alertmanager(
                fields.required("name", "", "alerts", Values::name),
                uri == null ? NOWHERE : uri,
                logins.login(fields),
                logins.authorities(fields, uri),
                fields.optional("deadline", DEADLINE, Values::deadline),
                fields.optional("silences", false, Values::yes));
    }

    private SourceConfig engine(Fields fields) {
        URI uri = fields.required("prometheus", null, "http://127.0.0.1:9090", Values::url);
        return new SourceConfig.Engine(
                fields.required("name", "", "metrics", Values::name),
                uri == null ? NOWHERE : uri,
                logins.login(fields),
                logins.authorities(fields, uri),
                fields.optional("deadline", DEADLINE, Values::deadline),
                queries(fields));
    }

    private Map<Metric, SourceConfig.Query> queries(Fields source) {
        Map<Metric, SourceConfig.Query> queries = new EnumMap<>(Metric.class);
        Node node = source.node("queries");
        if (node != null) {
            Fields fields = new Fields("queries", node, Keys.QUERIES, mistakes);
            METRICS.forEach((key, metric) -> {
                if (fields.has(key)) {
                    queries.put(metric, query(fields, key));
                }
            });
        }
        return queries;
    }

    private SourceConfig.Query query(Fields queries, String key) {
        if (!(queries.node(key) instanceof Node.Mapping mapping)) {
            return new SourceConfig.Query(queries.optional(key, "", Values::any), null);
        }
        Fields fields = new Fields("the query", mapping, Keys.QUERY, mistakes);
        return new SourceConfig.Query(
                fields.required("query", "", "'…'", Values::any),
                fields.optional("time", null, Values::any));
    }
}
