package io.spillway.source.prometheus;

import io.spillway.fleet.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What is asked where the configuration says nothing else: node exporter for CPU, HAProxy's own
/// exporter for the rest. Every query takes several balancers for one.
public final class DefaultQueries {
    private static final String RESPONSES = "haproxy_server_http_responses_total";
    private static final String EXPORTER_TIME =
            "min by (proxy, server) (timestamp(" + RESPONSES + "))";
    private static final String REQUESTS =
            "sum by (proxy, server) (rate(" + RESPONSES + "[{{window}}]))";

    private DefaultQueries() {}

    /// One query for each metric.
    public static Map<Metric, MetricQuery> all() {
        Map<Metric, MetricQuery> queries = new EnumMap<>(Metric.class);
        queries.put(
                Metric.CPU,
                new MetricQuery(
                        "1 - avg by (instance)"
                                + " (rate(node_cpu_seconds_total{mode=\"idle\"}[{{window}}]))",
                        "max by (instance) (timestamp(node_cpu_seconds_total{mode=\"idle\"}))"));
        queries.put(Metric.REQUESTS, exporter(REQUESTS));
        queries.put(
                Metric.IN_FLIGHT,
                exporter("sum by (proxy, server) (haproxy_server_current_sessions)"));
        queries.put(
                Metric.QUEUE, exporter("sum by (proxy, server) (haproxy_server_current_queue)"));
        queries.put(
                Metric.ERRORS,
                exporter(
                        "sum by (proxy, server) (rate("
                                + RESPONSES
                                + "{code=\"5xx\"}[{{window}}])) / ("
                                + REQUESTS
                                + " > 0)"));
        queries.put(
                Metric.LATENCY,
                exporter("max by (proxy, server) (haproxy_server_response_time_average_seconds)"));
        return Collections.unmodifiableMap(queries);
    }

    private static MetricQuery exporter(String query) {
        return new MetricQuery(query, EXPORTER_TIME);
    }
}
