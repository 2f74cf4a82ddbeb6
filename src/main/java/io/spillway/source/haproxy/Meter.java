package io.spillway.source.haproxy;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.source.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns HAProxy's counters into samples: what grew since the poll before, over the time between.
///
/// A server that is seen for the first time, or whose counters went back (a reload, `clear
/// counters`), has no rate until the next poll. Errors and latency are absent while nothing was
/// answered, because HAProxy goes on telling its last mean for ever.
///
/// Where `maxconn` keeps requests waiting, HAProxy lets them wait in the backend as a whole. Its
/// queue is shared out over the backend's servers in proportion to what each answered in the
/// interval (they take from that queue as they become free), else by effective weight, else evenly;
/// so nothing is lost and the sum is right.
final class Meter {
    private Map<String, Before> before = new HashMap<>();
    private long lastTime;

    private record Before(Map<String, String> labels, long answers, long errors) {}

    private record Grown(StatRow row, Map<String, String> labels, long answers, long errors) {
        boolean known() {
            return answers >= 0;
        }
    }

    /// Forgets all counters, because another process counts from now on.
    void reset() {
        before.clear();
        lastTime = 0;
    }

    /// The samples of one poll.
    ///
    /// @param now the desk's time of the poll, epoch milliseconds
    /// @param counted when the counters were read, epoch milliseconds: a late answer has counted on
    List<Sample> read(List<StatRow> rows, long now, long counted) {
        long interval = lastTime > 0 && counted > lastTime ? counted - lastTime : 0;
        Map<String, List<Grown>> backends = new LinkedHashMap<>();
        Map<String, Long> queues = new HashMap<>();
        Map<String, Before> after = HashMap.newHashMap(rows.size());
        for (StatRow row : rows) {
            if (!row.isServer()) {
                queues.merge(row.proxy(), Math.max(0, row.queue()), Long::sum);
                continue;
            }
            Grown grown = grown(row, interval, after);
            backends.computeIfAbsent(row.proxy(), p -> new ArrayList<>()).add(grown);
        }
        before = after;
        lastTime = counted;
        List<Sample> samples = new ArrayList<>(rows.size() * 5);
        backends.forEach((proxy, servers) -> {
            long waiting = queues.getOrDefault(proxy, 0L);
            sample(servers, waiting, now, interval, samples);
        });
        return samples;
    }

    private Grown grown(StatRow row, long interval, Map<String, Before> after) {
        String key = row.proxy() + "/" + row.server();
        Before old = before.get(key);
        Map<String, String> labels =
                old == null ? Map.of("proxy", row.proxy(), "server", row.server()) : old.labels();
        after.put(key, new Before(labels, row.answers(), row.errors()));
        if (old == null || interval == 0 || row.answers() < 0 || old.answers() < 0) {
            return new Grown(row, labels, -1, -1);
        }
        long answers = row.answers() - old.answers();
        long errors = row.errors() < 0 ? -1 : row.errors() - old.errors();
        boolean back = answers < 0 || (row.errors() >= 0 && errors < 0);
        return back ? new Grown(row, labels, -1, -1) : new Grown(row, labels, answers, errors);
    }

    private static void sample(
            List<Grown> servers, long waiting, long now, long interval, List<Sample> out) {
        double[] shares = shares(servers);
        for (int i = 0; i < servers.size(); i++) {
            Grown server = servers.get(i);
            StatRow row = server.row();
            var series = new Series(server.labels(), now, interval, out);
            if (row.inFlight() >= 0) {
                series.add(Metric.IN_FLIGHT, (double) row.inFlight());
            }
            series.add(Metric.QUEUE, Math.max(0, row.queue()) + waiting * shares[i]);
            if (!server.known()) {
                continue;
            }
            series.add(Metric.REQUESTS, server.answers() * 1000.0 / interval);
            if (server.answers() > 0) {
                if (server.errors() >= 0) {
                    series.add(Metric.ERRORS, (double) server.errors() / server.answers());
                }
                if (row.millis() >= 0) {
                    series.add(Metric.LATENCY, row.millis() / 1000.0);
                }
            }
        }
    }

    /// Shares of a backend's queue; their sum is 1.
    private static double[] shares(List<Grown> servers) {
        double[] shares = servers.stream().mapToDouble(s -> Math.max(0, s.answers())).toArray();
        double sum = Arrays.stream(shares).sum();
        if (sum == 0) {
            shares =
                    servers.stream()
                            .mapToDouble(s -> s.row().serves() ? s.row().weight() : 0)
                            .toArray();
            sum = Arrays.stream(shares).sum();
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = sum == 0 ? 1.0 / shares.length : shares[i] / sum;
        }
        return shares;
    }

    private record Series(Map<String, String> labels, long time, long interval, List<Sample> out) {
        void add(Metric metric, double value) {
            out.add(new Sample(metric, labels, (float) value, time, interval, Quality.LIVE));
        }
    }
}
