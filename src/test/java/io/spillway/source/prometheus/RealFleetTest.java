package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.source.Sample;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.testing.RealHaproxyExporter;
import io.spillway.testing.RealNodeExporter;
import io.spillway.testing.RealPrometheus;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.Login;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// The default queries against a real Prometheus that scrapes a real node exporter and HAProxy.
class RealFleetTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void readsCpuAndNoticesWhenTheExporterDies() throws Exception {
        try (var exporter = RealNodeExporter.start();
                var prometheus = scraping("node", exporter.address());
                var sources = Sources.at(prometheus.url())) {
            Sample cpu = awaitSample(sources, Metric.CPU, Quality.LIVE);
            assertThat(cpu.value()).isBetween(0f, 1f);
            assertThat(cpu.labels()).isEqualTo(Map.of("instance", exporter.address()));
            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(Sources.of(sources.poll(), Metric.CPU))
                                    .extracting(Sample::interval)
                                    .containsExactly(1000L));
            assertThat(sources.source.clockSkew()).isBetween(ofMillis(-250), ofMillis(250));

            exporter.kill();
            Sample down = awaitSample(sources, Metric.CPU, Quality.TARGET_DOWN);
            assertThat(down.labels()).isEqualTo(cpu.labels());
            assertThat(down.value()).isNaN();

            exporter.restart();
            awaitSample(sources, Metric.CPU, Quality.LIVE);
        }
    }

    @Test
    void readsEveryMetricOfHaproxysServers() throws Exception {
        try (var haproxy = RealHaproxyExporter.start(2);
                var prometheus = scraping("haproxy", haproxy.address());
                var sources = Sources.at(prometheus.url())) {
            await().atMost(LONG)
                    .untilAsserted(() -> {
                        haproxy.request();
                        haproxy.request();
                        SourceReport report = sources.poll();
                        assertThat(report.message()).isEmpty();
                        for (Metric metric : Metric.values()) {
                            assertThat(Sources.of(report, metric))
                                    .hasSize(metric == Metric.CPU ? 0 : 2)
                                    .allMatch(s -> s.quality() == Quality.LIVE);
                        }
                    });
            Sample requests = Sources.of(sources.poll(), Metric.REQUESTS).getFirst();
            assertThat(requests.value()).isPositive();
            assertThat(requests.labels()).containsEntry("proxy", "be_web");
            assertThat(requests.labels().get("server")).startsWith("web-");

            haproxy.kill();
            awaitSample(sources, Metric.REQUESTS, Quality.TARGET_DOWN);
        }
    }

    @Test
    void sumsOverTwoBalancersAndSaysWhenOneIsMissing() throws Exception {
        try (var first = RealHaproxyExporter.start(1);
                var second = RealHaproxyExporter.start(1);
                var prometheus =
                        RealPrometheus.start(
                                """
                                scrape_configs:
                                  - job_name: haproxy
                                    scrape_interval: 1s
                                    static_configs: [{targets: ['%s', '%s']}]
                                """
                                        .formatted(first.address(), second.address()));
                var sources = Sources.at(prometheus.url())) {
            AtomicReference<List<Sample>> requests = new AtomicReference<>(List.of());
            await().atMost(LONG)
                    .untilAsserted(() -> {
                        first.request();
                        second.request();
                        requests.set(Sources.of(sources.poll(), Metric.REQUESTS));
                        assertThat(requests.get()).hasSize(1);
                        assertThat(requests.get().getFirst().value()).isPositive();
                    });
            second.kill();
            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(sources.poll().message())
                                    .contains("cannot scrape every target")
                                    .contains("requests"));
        }
    }

    @Test
    void killedHungAndBackAgain() throws Exception {
        HttpAccess hasty = new HttpAccess(Login.none(), null, ofMillis(2000));
        try (var exporter = RealNodeExporter.start();
                var prometheus = scraping("node", exporter.address());
                var sources = Sources.at(prometheus.url(), hasty, Map.of())) {
            awaitSample(sources, Metric.CPU, Quality.LIVE);

            prometheus.pause();
            long start = System.nanoTime();
            assertThat(sources.failure())
                    .isEqualTo(
                            "Prometheus at %s did not answer within 2000 ms: see if it hangs or is overloaded, or raise `deadline`."
                                    .formatted(prometheus.url()));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofMillis(3000));
            prometheus.resume();
            awaitSample(sources, Metric.CPU, Quality.LIVE);

            prometheus.kill();
            assertThat(sources.failure()).contains("refuses connections: start it");
            prometheus.restart();
            awaitSample(sources, Metric.CPU, Quality.LIVE);
        }
    }

    @Test
    void overridesAreAskedAndDatedEachInItsWay() throws Exception {
        var queries =
                Map.of(
                        // A plain selector: its own timestamps.
                        Metric.IN_FLIGHT,
                        new MetricQuery("scrape_samples_scraped", ""),
                        // An expression with an instance: the scrape of that target.
                        Metric.QUEUE,
                        new MetricQuery("scrape_samples_scraped * 2", ""),
                        // An expression without labels: the newest scrape.
                        Metric.LATENCY,
                        new MetricQuery("count(rate(node_cpu_seconds_total[{{window}}])) + 0", ""),
                        // Percent where a share is wanted, and a query that is none.
                        Metric.CPU,
                        new MetricQuery("up * 35", ""),
                        Metric.ERRORS,
                        new MetricQuery("sum((", ""));
        try (var exporter = RealNodeExporter.start();
                var prometheus = scraping("node", exporter.address());
                var sources = Sources.at(prometheus.url(), queries)) {
            awaitSample(sources, Metric.LATENCY, Quality.LIVE);
            SourceReport report = sources.poll();
            long now = InstantSource.system().millis();
            for (Metric metric : List.of(Metric.IN_FLIGHT, Metric.QUEUE, Metric.LATENCY)) {
                assertThat(Sources.of(report, metric))
                        .as("%s", metric)
                        .hasSize(1)
                        .allMatch(s -> Sources.isLive(s, now));
            }
            assertThat(Sources.of(report, Metric.CPU))
                    .singleElement()
                    .satisfies(s -> assertThat(s.quality()).isEqualTo(Quality.INVALID));
            assertThat(report.message())
                    .contains("refuses the query for errors (bad_data")
                    .contains("(1 more)");
        }
    }

    @Test
    void namesAPathWithoutQueryApi() throws Exception {
        try (var prometheus = scraping("node", "127.0.0.1:1");
                var sources = Sources.at(prometheus.url() + "/elsewhere/");
                var tls = Sources.at(prometheus.url().replace("http:", "https:"))) {
            assertThat(sources.failure()).contains("has no query API there (404)");
            assertThat(tls.failure())
                    .contains("does not speak TLS: write the address with http://");
        }
    }

    private static RealPrometheus scraping(String job, String target) {
        return RealPrometheus.start(RealPrometheus.config("1s", job, target));
    }

    private static Sample awaitSample(Sources sources, Metric metric, Quality quality) {
        AtomicReference<List<Sample>> found = new AtomicReference<>(List.of());
        await("a %s sample of %s".formatted(quality, metric))
                .atMost(LONG)
                .ignoreExceptionsMatching(e -> e instanceof SourceException)
                .until(() -> {
                    found.set(
                            Sources.of(sources.poll(), metric).stream()
                                    .filter(s -> s.quality() == quality)
                                    .toList());
                    return !found.get().isEmpty();
                });
        return found.get().getFirst();
    }

    private static Duration ofMillis(long millis) {
        return Duration.ofMillis(millis);
    }
}
