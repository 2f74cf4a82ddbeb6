package io.spillway.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// The raw series that a metrics engine would have scraped from the fleet: `up`, one node exporter
/// on each machine, one exporter on each balancer.
final class Selectors {
    /// Names of the series that a balancer has for each server.
    static final Set<String> PER_SERVER =
            Set.of(
                    "haproxy_server_http_responses_total",
                    "haproxy_server_current_sessions",
                    "haproxy_server_current_queue",
                    "haproxy_server_response_time_average_seconds",
                    "haproxy_server_weight");

    /// Where the time goes that is not idle.
    private static final Map<String, Double> MODES =
            Map.of("user", 0.78, "system", 0.16, "iowait", 0.04, "softirq", 0.02);

    private static final int EXPORTER_PORT = 8405;

    private final Model model;
    private final Park park;

    Selectors(Model model) {
        this.model = model;
        park = model.park;
    }

    /// The `instance` label of a machine's exporter.
    static String instance(Park park, int server) {
        return park.hosts[server] + ":" + Park.NODE_PORT;
    }

    /// The `instance` label of a balancer's exporter.
    static String instance(Balancer balancer) {
        return balancer.name + ":" + EXPORTER_PORT;
    }

    /// Series of a name whose labels are as asked; none if nothing fits.
    ///
    /// @throws QueryException if the fleet has no such name at all
    List<Series> find(Expr.Selector selector) throws QueryException {
        List<Series> all = new ArrayList<>();
        String name = selector.name();
        if (name.equals("up")) {
            up(all);
        } else if (name.equals("node_cpu_seconds_total")) {
            processors(all);
        } else if (PER_SERVER.contains(name)) {
            perServer(name, all);
        } else {
            throw QueryException.noEngine("it has no series named " + name);
        }
        return all.stream().filter(series -> fits(series, selector.equal())).toList();
    }

    private static boolean fits(Series series, Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .allMatch(e -> e.getValue().equals(series.labels().getOrDefault(e.getKey(), "")));
    }

    private void up(List<Series> all) {
        for (int i = 0; i < park.size(); i++) {
            all.add(new Series(labels("up", instance(park, i), "node"), moment -> 1));
        }
        for (Balancer balancer : model.balancers) {
            all.add(new Series(labels("up", instance(balancer), "haproxy"), moment -> 1));
        }
    }

    private void processors(List<Series> all) {
        for (int i = 0; i < park.size(); i++) {
            int server = i;
            all.add(processor(i, "idle", m -> m.idleSeconds(server)));
            MODES.forEach((mode, share) ->
                    all.add(processor(server, mode, m -> share * m.busySeconds(server))));
        }
    }

    private Series processor(int server, String mode, ToDoubleFunction<Moment> value) {
        SortedMap<String, String> labels =
                labels("node_cpu_seconds_total", instance(park, server), "node");
        labels.put("cpu", "all");
        labels.put("mode", mode);
        return new Series(labels, value);
    }

    private void perServer(String name, List<Series> all) {
        for (Balancer balancer : model.balancers) {
            int b = balancer.index;
            for (int i = 0; i < park.size(); i++) {
                int server = i;
                switch (name) {
                    case "haproxy_server_http_responses_total" -> responses(balancer, i, all);
                    case "haproxy_server_current_sessions" ->
                            all.add(of(name, balancer, i, m -> m.sessions(b, server)));
                    case "haproxy_server_current_queue" ->
                            all.add(of(name, balancer, i, m -> m.queue(b, server)));
                    case "haproxy_server_weight" ->
                            all.add(of(name, balancer, i, m -> m.weight(b, server)));
                    default -> all.add(of(name, balancer, i, m -> m.latency(server)));
                }
            }
        }
    }

    private void responses(Balancer balancer, int server, List<Series> all) {
        int b = balancer.index;
        for (StatusCode code : StatusCode.values()) {
            Series series =
                    of(
                            "haproxy_server_http_responses_total",
                            balancer,
                            server,
                            m -> m.responses(b, server, code));
            series.labels().put("code", code.label);
            all.add(series);
        }
    }

    private Series of(String name, Balancer balancer, int server, ToDoubleFunction<Moment> value) {
        SortedMap<String, String> labels = labels(name, instance(balancer), "haproxy");
        labels.put("proxy", park.groupOf(server).name());
        labels.put("server", park.names[server]);
        return new Series(labels, value);
    }

    private static SortedMap<String, String> labels(String name, String instance, String job) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("__name__", name);
        labels.put("instance", instance);
        labels.put("job", job);
        return labels;
    }
}
