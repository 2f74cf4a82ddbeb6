package io.spillway.source.prometheus;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.source.Sample;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// A source with the clients it needs, as tests want it.
final class Sources implements AutoCloseable {
    private final HttpClients clients = new HttpClients();
    final PrometheusSource source;

    private Sources(PrometheusSettings settings) throws SourceException {
        source = new PrometheusSource(settings, clients);
    }

    /// The default queries, no credentials, a deadline that a busy machine can keep.
    static Sources at(String url) throws SourceException {
        return at(url, Map.of());
    }

    static Sources at(String url, Map<Metric, MetricQuery> queries) throws SourceException {
        return at(url, new HttpAccess(Login.none(), null, Duration.ofSeconds(5)), queries);
    }

    static Sources at(String url, HttpAccess access, Map<Metric, MetricQuery> queries)
            throws SourceException {
        return new Sources(
                new PrometheusSettings("metrics", URI.create(url), access, false, queries));
    }

    static Sources with(PrometheusSettings settings) throws SourceException {
        return new Sources(settings);
    }

    SourceReport poll() throws SourceException {
        return source.poll(InstantSource.system().instant());
    }

    /// The failure of a poll, empty if it does not fail.
    String failure() {
        try {
            poll();
            return "";
        } catch (SourceException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static List<Sample> of(SourceReport report, Metric metric) {
        return report.samples().stream().filter(s -> s.metric() == metric).toList();
    }

    /// The rule by which values are shown as live while polled once a second.
    static boolean isLive(Sample sample, long now) {
        long age = now - sample.time();
        return sample.quality() == Quality.LIVE && age <= 3 * Math.max(1000, sample.interval());
    }

    @Override
    public void close() {
        source.close();
        clients.close();
    }
}
