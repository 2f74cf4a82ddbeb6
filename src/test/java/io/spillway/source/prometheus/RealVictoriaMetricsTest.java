package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.source.Sample;
import io.spillway.source.SourceReport;
import io.spillway.testing.RealHaproxyExporter;
import io.spillway.testing.RealNodeExporter;
import io.spillway.testing.RealPrometheus;
import io.spillway.testing.RealVictoriaMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The default queries against a real VictoriaMetrics that scrapes by itself.
class RealVictoriaMetricsTest {
    /// By itself it hides the newest 30 s.
    @ParameterizedTest
    @ValueSource(strings = {"30s", "1s"})
    void everyMetricIsLiveWhateverTheLatencyOffset(String offset) throws Exception {
        try (var node = RealNodeExporter.start();
                var haproxy = RealHaproxyExporter.start(2);
                var victoria =
                        RealVictoriaMetrics.start(
                                RealPrometheus.config(
                                        "1s", "node", node.address(), "haproxy", haproxy.address()),
                                "-search.latencyOffset=" + offset);
                var sources = Sources.at(victoria.url())) {
            await().atMost(Duration.ofSeconds(25))
                    .untilAsserted(() -> {
                        haproxy.request();
                        haproxy.request();
                        assertAllLive(sources);
                    });
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> {
                        haproxy.request();
                        haproxy.request();
                        assertAllLive(sources);
                    });
            assertThat(sources.source.clockSkew())
                    .as("it tells whole seconds")
                    .isBetween(Duration.ofMillis(-1250), Duration.ofMillis(250));

            node.kill();
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() ->
                            assertThat(Sources.of(sources.poll(), Metric.CPU))
                                    .extracting(Sample::quality)
                                    .containsExactly(Quality.TARGET_DOWN));
        }
    }

    @Test
    void refusesInItsOwnWords() throws Exception {
        var queries = Map.of(Metric.CPU, new MetricQuery("sum((", ""));
        try (var victoria = RealVictoriaMetrics.start(RealPrometheus.config("1s"));
                var sources = Sources.at(victoria.url(), queries)) {
            assertThat(sources.poll().message()).contains("refuses the query for cpu (422: ");
        }
    }

    private static void assertAllLive(Sources sources) throws Exception {
        long now = InstantSource.system().millis();
        SourceReport report = sources.poll();
        assertThat(report.message()).isEmpty();
        for (Metric metric : Metric.values()) {
            assertThat(Sources.of(report, metric))
                    .hasSize(metric == Metric.CPU ? 1 : 2)
                    .allMatch(s -> s.interval() == 1000, "scraped every second")
                    .allMatch(s -> Sources.isLive(s, now), "live");
        }
    }
}
