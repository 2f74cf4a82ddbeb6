package io.spillway.practice;

import io.spillway.fleet.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The queries by which a desk reads a fleet, recognised whatever their spacing and windows, and
/// their sums, means and extremes over pools.
final class DefaultQueries {
    private static final String RATE = "rate(haproxy_server_http_responses_total[5s])";
    private static final String BY_SERVER = " by (proxy, server) ";
    private static final Map<Metric, String> TEXTS =
            Map.of(
                    Metric.CPU,
                    "1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[5s]))",
                    Metric.REQUESTS,
                    "sum" + BY_SERVER + "(" + RATE + ")",
                    Metric.IN_FLIGHT,
                    "sum" + BY_SERVER + "(haproxy_server_current_sessions)",
                    Metric.QUEUE,
                    "sum" + BY_SERVER + "(haproxy_server_current_queue)",
                    Metric.ERRORS,
                    "sum"
                            + BY_SERVER
                            + "(rate(haproxy_server_http_responses_total{code=\"5xx\"}[5s])) / (sum"
                            + BY_SERVER
                            + "("
                            + RATE
                            + ") > 0)",
                    Metric.LATENCY,
                    "max" + BY_SERVER + "(haproxy_server_response_time_average_seconds)");

    private final Model model;
    private final Map<Expr, Metric> known = new HashMap<>();
    private final Map<Metric, List<Series>> perServer = new EnumMap<>(Metric.class);

    DefaultQueries(Model model) {
        this.model = model;
        for (Metric metric : Metric.values()) {
            known.put(parsed(TEXTS.getOrDefault(metric, "")), metric);
            perServer.put(metric, each(metric == Metric.CPU, (m, i) -> m.value(metric, i)));
        }
    }

    /// `null` where the query is none of these.
    @Nullable List<Series> find(Expr expr) {
        Metric metric = known.get(expr);
        if (metric != null) {
            return perServer.get(metric);
        }
        return expr instanceof Expr.Aggregate aggregate ? aggregated(aggregate) : null;
    }

    private @Nullable List<Series> aggregated(Expr.Aggregate of) {
        Metric metric = known.get(of.argument());
        if (metric == null && of.operator().equals("sum")) {
            // A sum over servers of sums per server is the sum of it all.
            SortedSet<String> each = new TreeSet<>(List.of("proxy", "server"));
            metric = known.get(new Expr.Aggregate("sum", each, of.argument()));
        }
        if (metric == null) {
            return sampleTimes(of);
        }
        Metric found = metric;
        if (of.by().isEmpty()) {
            return List.of(new Series(Map.of(), over(found, of.operator(), 0, model.park.size())));
        }
        if (metric == Metric.CPU || !of.by().equals(new TreeSet<>(List.of("proxy")))) {
            return null;
        }
        return model.park.groups.stream()
                .map(pool ->
                        new Series(
                                Map.of("proxy", pool.name()),
                                over(found, of.operator(), pool.first(), pool.end())))
                .toList();
    }

    private static ToDoubleFunction<Moment> over(Metric metric, String op, int from, int to) {
        if (metric == Metric.REQUESTS && op.equals("sum")) {
            return moment -> moment.requests(from, to);
        }
        return moment -> {
            DoubleStream all =
                    IntStream.range(from, to)
                            .mapToDouble(i -> moment.value(metric, i))
                            .filter(v -> !Double.isNaN(v));
            return switch (op) {
                case "avg" -> all.average().orElse(Double.NaN);
                case "max" -> all.max().orElse(Double.NaN);
                case "min" -> all.min().orElse(Double.NaN);
                case "count" -> all.count();
                default -> all.sum();
            };
        };
    }

    /// `min` or `max` of `timestamp(…)`, by instance or by server.
    private @Nullable List<Series> sampleTimes(Expr.Aggregate of) {
        if (!(of.argument() instanceof Expr.Call call)
                || !call.function().equals("timestamp")
                || !(call.argument() instanceof Expr.Selector selector)
                || selector.ranged()
                || !List.of("min", "max").contains(of.operator())) {
            return null;
        }
        boolean node = selector.name().equals("node_cpu_seconds_total");
        boolean server = Selectors.PER_SERVER.contains(selector.name());
        SortedSet<String> wanted =
                new TreeSet<>(node ? List.of("instance") : List.of("proxy", "server"));
        if ((!node && !server) || !of.by().equals(wanted)) {
            return null;
        }
        return each(node, (m, i) -> m.sampledAt() / 1000.0);
    }

    private List<Series> each(boolean node, Cell cell) {
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < model.park.size(); i++) {
            int server = i;
            Map<String, String> labels =
                    node
                            ? Map.of("instance", Selectors.instance(model.park, i))
                            : Map.of(
                                    "proxy",
                                    model.park.groupOf(i).name(),
                                    "server",
                                    model.park.names[i]);
            all.add(new Series(labels, moment -> cell.at(moment, server)));
        }
        return all;
    }

    private static Expr parsed(String text) {
        try {
            return Query.parse(text).expr();
        } catch (QueryException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A value of one server.
    private interface Cell {
        double at(Moment moment, int server);
    }
}
