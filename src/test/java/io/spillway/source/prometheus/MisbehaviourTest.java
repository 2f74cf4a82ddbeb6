package io.spillway.source.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.source.SourceReport;
import io.spillway.testing.Misbehaver;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.Login;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Endpoints that answer all kinds of wrong things: each gives one sentence, in time, and no value.
class MisbehaviourTest {
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofMillis(800);
    private static final String JSON = "application/json";
    private static final String EMPTY =
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 Oops | text/plain | disk full | failed with status 500 (disk full): see its log",
                "502 Bad | text/html | <h1>Bad Gateway</h1> | failed with status 502 (Bad Gateway)",
                "503 Busy | text/plain | '' | failed with status 503 (no reason given)",
                "200 OK | text/html | <html>Sign in</html> | not Prometheus's JSON: correct the",
                "200 OK | application/json | '{\"hello\":1}' | JSON that is not the query API's",
                "200 OK | application/json | '[1,2]' | JSON that is not the query API's",
                "200 OK | application/json | '{\"status\":\"succ' | broke off in the middle",
                "200 OK | application/json | '' | JSON that is not the query API's",
                "404 Not Found | text/plain | 404 page not found | has no query API there (404)",
                "401 No | text/plain | go away | asks for credentials (401): add `username`",
                "403 No | text/plain | go away | forbids the queries (403)",
                "400 Bad | text/plain | Client sent an HTTP request to an HTTPS server. | speaks TLS",
            })
    void saysWhatIsWrong(String status, String type, String body, String sentence)
            throws Exception {
        try (var server = Misbehaver.answering(status, type, body);
                var sources = at(server.url())) {
            assertThat(sources.failure())
                    .startsWith("Prometheus at " + server.url() + " ")
                    .contains(sentence.strip())
                    .endsWith(".");
        }
    }

    @Test
    void aRedirectIsNamedButNotFollowed() throws Exception {
        String type = "text/plain\r\nLocation: http://u:pw@else.example/x?token=1";
        try (var server = Misbehaver.answering("302 Found", type, "");
                var sources = at(server.url())) {
            assertThat(sources.failure())
                    .contains("redirects elsewhere (302): write the address it leads to,")
                    .endsWith(" http://else.example/x.");
        }
    }

    @Test
    void whatIsNotHttpIsNamed() throws Exception {
        try (var server =
                        Misbehaver.answering(
                                (_, out) -> out.write("SSH-2.0\r\n\r\n".getBytes(UTF_8)));
                var sources = at(server.url())) {
            assertThat(sources.failure()).contains("does not speak HTTP: correct the address.");
        }
    }

    @Test
    void anErrorInPrometheusOwnJsonNamesTheMetric() throws Exception {
        String refusal =
                "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"too many\"}";
        try (var server =
                        Misbehaver.answering((request, out) -> {
                            boolean cpu = request.contains("node_cpu");
                            out.write(
                                    cpu
                                            ? Misbehaver.response("422 No", JSON, refusal)
                                            : Misbehaver.response("200 OK", JSON, EMPTY));
                        });
                var sources = at(server.url())) {
            assertThat(sources.poll().message())
                    .contains("refuses the query for cpu (execution: too many): correct it under")
                    .contains("(1 more)");
        }
    }

    @Test
    void fiftyMegabytesAreRefusedInTime() throws Exception {
        String series =
                "{\"metric\":{\"instance\":\"10.0.0.1:9100\"},\"value\":[1795347664.448,\"0.5\"]},";
        byte[] many = series.repeat(15_000).getBytes(UTF_8);
        String start = "{\"status\":\"success\",\"data\":{\"result\":[";
        try (var server = flooding(start, many);
                var sources = hasty(server.url())) {
            assertInTime(sources, "Prometheus at " + server.url());
        }
    }

    @Test
    void fiftyMegabytesOfOneStringAreRefusedInTime() throws Exception {
        try (var server = flooding("{\"status\":\"", "x".repeat(1 << 20).getBytes(UTF_8));
                var sources = hasty(server.url())) {
            assertInTime(sources, "Prometheus at " + server.url());
        }
    }

    @Test
    void aFloodThatComesFastIsCalledTooLarge() throws Exception {
        try (var server = flooding("{\"x\":[", "0,".repeat(1 << 19).getBytes(UTF_8));
                var sources = at(server.url())) {
            assertThat(sources.failure()).contains("answered more than any fleet needs");
        }
    }

    @Test
    void aSmallGzipThatUnpacksWithoutEndIsRefusedInTime() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"status\":\"success\",\"x\":[".getBytes(UTF_8));
            byte[] zeros = "0,".repeat(1 << 19).getBytes(UTF_8);
            for (int i = 0; i < 100; i++) {
                gzip.write(zeros);
            }
        }
        try (var server =
                        Misbehaver.answering((request, out) -> {
                            if (request.contains("buildinfo")) {
                                out.write(Misbehaver.response("404 No", JSON, ""));
                            } else {
                                head(out, "Content-Encoding: gzip\r\n");
                                out.write(packed.toByteArray());
                            }
                        });
                var sources = hasty(server.url())) {
            assertInTime(sources, "Prometheus at " + server.url());
        }
    }

    @Test
    void aDripThatNeverEndsIsCutOffAtTheDeadline() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (var server =
                        Misbehaver.answering((_, out) -> {
                            head(out, "");
                            out.write('{');
                            while (!waited(done)) {
                                out.write(' ');
                                out.flush();
                            }
                        });
                var sources = hasty(server.url())) {
            assertInTime(sources, "did not answer within 800 ms");
            done.countDown();
        }
    }

    @Test
    void theEnginesWarningsAreTold() throws Exception {
        String warned = EMPTY.replace("}}", "},\"warnings\":[\"store 2 is unavailable\"]}");
        try (var server = Misbehaver.answering("200 OK", JSON, warned);
                var sources = at(server.url())) {
            assertThat(sources.poll().message())
                    .contains("warns: store 2 is unavailable. Values may be incomplete");
        }
    }

    @Test
    void anEngineThatHoldsNothingSaysSo() throws Exception {
        try (var server = Misbehaver.answering("200 OK", JSON, EMPTY);
                var sources = at(server.url())) {
            SourceReport report = sources.poll();
            assertThat(report.samples()).isEmpty();
            assertThat(report.message()).contains("has none of the series asked for");
        }
    }

    @Test
    void numbersThatAreNoneBecomeNoValue() throws Exception {
        String values =
                """
                {"status":"success","data":{"resultType":"vector","result":[
                {"metric":{"instance":"a"},"value":[1795347664.448,"NaN"]},
                {"metric":{"instance":"b"},"value":[1795347664.448,"+Inf"]},
                {"metric":{"instance":"c"},"value":[1795347664.448,"0.25"]}]}}
                """;
        String times = values.replaceAll("\"(NaN|\\+Inf|0.25)\"", "\"1795347664.148\"");
        try (var server =
                        Misbehaver.answering((request, out) ->
                                out.write(
                                        Misbehaver.response(
                                                "200 OK",
                                                JSON,
                                                request.contains("timestamp") ? times : values)));
                var sources = at(server.url())) {
            Instant now = Instant.ofEpochSecond(1_000_000_000);
            var cpu = Sources.of(sources.source.poll(now), Metric.CPU);
            assertThat(cpu)
                    .extracting(s -> s.labels().get("instance") + " " + s.value() + s.quality())
                    .containsExactly("a NaNINVALID", "b NaNINVALID", "c 0.25LIVE");
            // 300 ms before it was evaluated, on a desk whose clock is years behind.
            assertThat(cpu)
                    .allMatch(s -> s.time() == now.toEpochMilli() - 300, "taken 300 ms ago")
                    .filteredOn(s -> s.quality() == Quality.LIVE)
                    .hasSize(1);
            assertThat(sources.source.clockSkew()).isGreaterThan(Duration.ofDays(9000));
        }
    }

    @Test
    void samplesThatAreAlwaysHalfAMinuteOldGiveAHint() throws Exception {
        String values =
                "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{\"instance\":\"a\"},\"value\":[1795347664,\"0.25\"]}]}}";
        String times = values.replace("0.25", "1795347634");
        String targets =
                "{\"data\":{\"activeTargets\":[{\"labels\":{\"job\":\"node\"},\"scrapeInterval\":\"5s\"}]}}";
        try (var server =
                        Misbehaver.answering((request, out) ->
                                out.write(
                                        Misbehaver.response(
                                                "200 OK",
                                                JSON,
                                                request.contains("targets")
                                                        ? targets
                                                        : request.contains("timestamp")
                                                                ? times
                                                                : values)));
                var sources = at(server.url())) {
            assertThat(sources.poll().message())
                    .contains("hides the newest half minute")
                    .contains("-search.latencyOffset=1s");
        }
    }

    @Test
    void practiceAndRealFleetsAreKeptApart() throws Exception {
        String mark = "{\"status\":\"success\",\"data\":{\"version\":\"spillway-practice\"}}";
        try (var server =
                        Misbehaver.answering((request, out) ->
                                out.write(
                                        Misbehaver.response(
                                                "200 OK",
                                                JSON,
                                                request.contains("buildinfo") ? mark : EMPTY)));
                var unmarked = Misbehaver.answering("200 OK", JSON, EMPTY);
                var real = at(server.url());
                var practice = Sources.with(settings(server.url(), true));
                var wrong = Sources.with(settings(unmarked.url(), true))) {
            assertThat(real.failure()).contains("is a practice fleet's: start Spillway with");
            assertThat(practice.failure()).isEmpty();
            assertThat(practice.source.clockSkew()).isNull();
            assertThat(wrong.failure()).contains("is a real one and this is practice");
        }
    }

    @Test
    void nobodyThereAndNoSuchName() throws Exception {
        try (var nobody = at("http://127.0.0.1:1");
                var unknown = at("http://no-such-host.invalid")) {
            assertThat(nobody.failure())
                    .isEqualTo(
                            "Prometheus at http://127.0.0.1:1 refuses connections: start it, or correct the address.");
            assertThat(unknown.failure()).contains("Prometheus at http://no-such-host.invalid ");
        }
    }

    private static Sources hasty(String url) throws Exception {
        return Sources.with(settings(url, false, DEADLINE));
    }

    private static Sources at(String url) throws Exception {
        return Sources.with(settings(url, false));
    }

    private static PrometheusSettings settings(String url, boolean practice) {
        return settings(url, practice, PATIENT);
    }

    private static PrometheusSettings settings(String url, boolean practice, Duration deadline) {
        HttpAccess access = new HttpAccess(Login.none(), null, deadline);
        return new PrometheusSettings("metrics", URI.create(url), access, practice, Map.of());
    }

    /// Answers every query with `start` and fifty times `megabyte`.
    private static Misbehaver flooding(String start, byte[] megabyte) {
        return Misbehaver.answering((request, out) -> {
            if (request.contains("buildinfo")) {
                out.write(Misbehaver.response("404 No", JSON, ""));
                return;
            }
            head(out, "");
            out.write(start.getBytes(UTF_8));
            for (int i = 0; i < 50; i++) {
                out.write(megabyte);
            }
        });
    }

    private static void head(OutputStream out, String more) throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + more;
        out.write((head + "Connection: close\r\n\r\n").getBytes(UTF_8));
    }

    private static boolean waited(CountDownLatch done) {
        try {
            return done.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void assertInTime(Sources sources, String sentence) {
        long start = System.nanoTime();
        assertThat(sources.failure()).contains(sentence).endsWith(".");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(1));
    }
}
