package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.Metric;
import io.spillway.practice.PracticeFleet;
import io.spillway.practice.PracticeOptions;
import io.spillway.practice.Scenario;
import io.spillway.source.PastSource.Question;
import io.spillway.source.PastSource.Sink;
import io.spillway.source.SourceException;
import io.spillway.testing.RealHaproxyExporter;
import io.spillway.testing.RealPrometheus;
import io.spillway.testing.RealVictoriaMetrics;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.Login;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Range queries: how answers are read, and what real engines answer.
class PrometheusPastTest {
    private static final Question FOUR = new Question(Metric.REQUESTS, true, 20_000, 10_000, 4);

    private static Map<Map<String, String>, float[]> read(String json) throws IOException {
        Map<Map<String, String>, float[]> all = new HashMap<>();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Sink sink = (labels, values) -> all.put(labels, values.clone());
        int series = MatrixReader.read(new ByteArrayInputStream(bytes), FOUR, 20_000, sink);
        assertThat(series).isEqualTo(all.size());
        return all;
    }

    private static String matrix(String result) {
        return """
        {"status":"success","isPartial":false,"data":{"resultType":"matrix","result":[%s],"stats":{}},"x":[1]}
        """
                .formatted(result);
    }

    @Test
    void gapsStayGaps() throws Exception {
        var all =
                read(
                        matrix(
                                """
                                {"metric":{"proxy":"be"},"values":[[20,"1"],[40.000,"2.5"],[50,"NaN"]]},
                                {"values":[[30,"+Inf"],[10,"4"],[60,"5"],[50,"6"]],"metric":{"__name__":"x"}}
                                """));
        assertThat(all.get(Map.of("proxy", "be"))).containsExactly(1, Float.NaN, 2.5f, Float.NaN);
        assertThat(all.get(Map.of())).containsExactly(Float.NaN, Float.NaN, Float.NaN, 6);
        assertThat(read(matrix(""))).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        assertThatThrownBy(() ->
                        read("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"no\"}"))
                .isInstanceOf(Refusal.class)
                .hasMessage("bad_data: no");
        for (String bad :
                new String[] {
                    "[]",
                    "{}",
                    matrix("{\"values\":[[20]]}"),
                    matrix("{\"values\":[[\"a\",\"1\"]]}"),
                    matrix("{\"values\":[[20,\"0x1\"]]}"),
                    matrix("{\"metric\":1}"),
                    matrix("7")
                }) {
            assertThatThrownBy(() -> read(bad))
                    .as(bad)
                    .isInstanceOf(AnswerReader.NotAnAnswer.class);
        }
    }

    @Test
    void aQuestionHasItsLimits() {
        new Question(Metric.CPU, false, 0, 1_000, Question.MOST_POINTS);
        assertThatThrownBy(() -> new Question(Metric.CPU, false, 0, 1_000, 11_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria"})
    void aRealEngineTellsTheLastSeconds(String engine) throws Exception {
        try (var haproxy = RealHaproxyExporter.start(2);
                var running = engine(engine, haproxy.address());
                var sources = Sources.at(running.url);
                var users = Executors.newSingleThreadScheduledExecutor()) {
            sources.poll();
            var asking =
                    users.scheduleWithFixedDelay(haproxy::request, 0, 50, TimeUnit.MILLISECONDS);
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> {
                        Map<Map<String, String>, float[]> sums = past(sources, true);
                        assertThat(sums.keySet()).hasSize(1).allMatch(l -> l.containsKey("proxy"));
                        assertThat(newest(sums.values().iterator().next())).isPositive();
                        assertThat(past(sources, false)).hasSize(2);
                    });
            assertThat(asking.isDone()).isFalse();
        }
    }

    private record Running(String url, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    private static Running engine(String name, String exporter) {
        String config = RealPrometheus.config("1s", "haproxy", exporter);
        if (name.equals("prometheus")) {
            var prometheus = RealPrometheus.start(config);
            return new Running(prometheus.url(), prometheus::close);
        }
        // Of ranges it keeps the newest 30 s back in any case, which are seen live.
        var victoria = RealVictoriaMetrics.start(config, "-search.latencyOffset=1s");
        return new Running(victoria.url(), victoria::close);
    }

    private static Map<Map<String, String>, float[]> past(Sources sources, boolean summed)
            throws SourceException {
        Map<Map<String, String>, float[]> all = new HashMap<>();
        long end = InstantSource.system().millis() / 1_000 * 1_000;
        sources.source.past(
                new Question(Metric.REQUESTS, summed, end - 59_000, 1_000, 60),
                (labels, values) -> all.put(labels, values.clone()));
        return all;
    }

    /// The highest of the newest eight; a scrape late by a second leaves a zero among them.
    private static float newest(float[] values) {
        float highest = Float.NaN;
        for (int i = values.length - 8; i < values.length; i++) {
            if (!Float.isNaN(values[i]) && !(highest >= values[i])) {
                highest = values[i];
            }
        }
        return highest;
    }

    @Test
    void theOtherWorldTellsNothing() throws Exception {
        try (var fleet = PracticeFleet.start(PracticeOptions.of(Scenario.CALM));
                var sources = Sources.at(fleet.prometheusUrl())) {
            assertThatThrownBy(() -> past(sources, true))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("is a practice fleet's");
        }
    }

    @Test
    void practiceRemembersTwentyEightDays() throws Exception {
        HttpAccess access = new HttpAccess(Login.none(), null, Duration.ofSeconds(2));
        try (var fleet = PracticeFleet.start(PracticeOptions.of(Scenario.CALM));
                var sources =
                        Sources.with(
                                new PrometheusSettings(
                                        "metrics",
                                        URI.create(fleet.prometheusUrl()),
                                        access,
                                        true,
                                        Map.of()))) {
            fleet.step(Duration.ofSeconds(1));
            sources.source.poll(fleet.clock().instant());
            long end = fleet.clock().millis() / 60_000 * 60_000;
            Question month =
                    new Question(
                            Metric.REQUESTS,
                            true,
                            end - 28 * 86_400_000L + 3_600_000,
                            3_600_000,
                            671);
            int[] series = new int[1];
            sources.source.past(
                    month,
                    (labels, values) -> {
                        assertThat(labels).containsOnlyKeys("proxy");
                        assertThat(values).doesNotContain(Float.NaN);
                        series[0]++;
                    });
            assertThat(series[0]).isGreaterThan(1);
        }
    }
}
