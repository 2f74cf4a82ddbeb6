package io.spillway.source.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Slot;
import io.spillway.source.MetricSource;
import io.spillway.source.Sample;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.TestBackends;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real HAProxy with real traffic.
class HaproxySourceTest {
    /// The answer comes a little after the poll began, and has counted on.
    private static final Percentage LATE = withPercentage(10);

    private static final Instant T = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    @TempDir private Path dir;

    private final int port = FreePorts.one();

    private String sections(TestBackends backends, String options) {
        return """
        frontend fe
          bind 127.0.0.1:%d
          stats enable
          stats uri /stats
          stats show-legends
          default_backend be
        backend be
          balance roundrobin
          option httpchk GET /health
        %s
        """
                .formatted(port, backends.servers(options));
    }

    private HaproxySource source(String endpoint) {
        return new HaproxySource(
                "lb-1", new RuntimeClient(Endpoint.parse(endpoint, null), DEADLINE, false));
    }

    private HaproxyStatsSource page(String path) {
        HttpUrl url = HttpUrl.get("http://127.0.0.1:" + port + path);
        return new HaproxyStatsSource("lb-1", url, new OkHttpClient(), DEADLINE);
    }

    private void ask(int times) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
        try (var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < times; i++) {
                http.send(request, HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    private static float value(SourceReport report, Metric metric, String server) {
        return report.samples().stream()
                .filter(s -> s.metric() == metric && server.equals(s.labels().get("server")))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Slot slot(SourceReport report, String server) {
        return Objects.requireNonNull(report.balancer()).slots().stream()
                .filter(s -> s.backend().equals("be") && s.server().equals(server))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void trafficBecomesRatesAndStatesBecomeSlots() throws Exception {
        try (var backends = TestBackends.start(5, 4, 4);
                var haproxy =
                        RealHaproxy.start(dir, sections(backends, "weight 100 check inter 50ms"));
                var source = source(haproxy.unix());
                var page = page("/stats")) {
            assertThat(source.poll(T).samples())
                    .noneMatch(s -> s.metric() == Metric.REQUESTS || s.metric() == Metric.ERRORS);
            page.poll(T);
            ask(20);
            backends.get(1).status(500);
            ask(20);
            for (MetricSource each : List.of(source, page)) {
                SourceReport report = each.poll(T.plusSeconds(2));
                assertThat(value(report, Metric.REQUESTS, "s1")).isCloseTo(10f, LATE);
                assertThat(value(report, Metric.REQUESTS, "s2")).isCloseTo(10f, LATE);
                assertThat(value(report, Metric.ERRORS, "s1")).isZero();
                assertThat(value(report, Metric.ERRORS, "s2")).isEqualTo(0.5f);
                assertThat(value(report, Metric.LATENCY, "s1")).isBetween(0.004f, 1f);
                assertThat(value(report, Metric.IN_FLIGHT, "s1")).isZero();
                assertThat(report.samples())
                        .allMatch(s -> "be".equals(s.labels().get("proxy")))
                        .allMatch(s -> Math.abs(s.interval() - 2000) < 500);
                assertThat(slot(report, "s1"))
                        .isEqualTo(
                                new Slot(
                                        "be",
                                        "s1",
                                        backends.get(0).address(),
                                        100,
                                        100,
                                        AdminState.READY,
                                        OperState.UP,
                                        0,
                                        100,
                                        ""));
            }
            var balancer = Objects.requireNonNull(source.poll(T.plusSeconds(3)).balancer());
            assertThat(balancer.name()).isEqualTo("lb-1");
            assertThat(balancer.version()).startsWith("2.");
            assertThat(balancer.pid()).isEqualTo(haproxy.pid());
            assertThat(balancer.startedAt()).isPositive();
            assertThat(balancer.time()).isEqualTo(T.plusSeconds(3).toEpochMilli());
        }
    }

    @Test
    void whatOperatorsWantAndWhatChecksSayAreTwoThings() throws Exception {
        try (var backends = TestBackends.start(1, 4, 4, 4, 4);
                var haproxy =
                        RealHaproxy.start(
                                dir,
                                sections(backends, "weight 10 check inter 50ms fall 2 rise 1"));
                var source = source(haproxy.tcp());
                var page = page("/stats;csv")) {
            haproxy.ask("set server be/s2 state drain");
            haproxy.ask("set server be/s3 state maint");
            haproxy.ask("set server be/s1 weight 7");
            backends.get(3).health(503);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> slot(source.poll(T), "s4").oper() == OperState.DOWN);
            SourceReport report = source.poll(T);
            assertThat(slot(report, "s1").weight()).isEqualTo(7);
            assertThat(slot(report, "s1").initialWeight()).isEqualTo(10);
            assertThat(slot(report, "s2").admin()).isEqualTo(AdminState.DRAIN);
            assertThat(slot(report, "s2").oper()).isEqualTo(OperState.UP);
            assertThat(slot(report, "s2").weight()).isEqualTo(10);
            assertThat(slot(report, "s3").admin()).isEqualTo(AdminState.MAINT);
            assertThat(slot(report, "s3").oper()).isEqualTo(OperState.UNKNOWN);
            assertThat(slot(report, "s4").admin()).isEqualTo(AdminState.READY);

            SourceReport seen = page.poll(T);
            assertThat(slot(seen, "s1").weight()).isEqualTo(7);
            assertThat(slot(seen, "s2").admin()).isEqualTo(AdminState.DRAIN);
            assertThat(slot(seen, "s3").admin()).isEqualTo(AdminState.MAINT);
            assertThat(slot(seen, "s4").admin()).isEqualTo(AdminState.UNKNOWN);

            backends.get(1).health(503);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> slot(source.poll(T), "s2").oper() == OperState.DOWN);
            assertThat(slot(source.poll(T), "s2").admin()).isEqualTo(AdminState.DRAIN);
        }
    }

    @Test
    void aServerDisabledInTheConfigurationAndEnabledLaterIsReady() throws Exception {
        String sections = "backend be\n  server s1 127.0.0.1:9 disabled\n";
        try (var haproxy = RealHaproxy.start(dir, sections);
                var source = source(haproxy.unix())) {
            assertThat(slot(source.poll(T), "s1").admin()).isEqualTo(AdminState.MAINT);
            haproxy.ask("set server be/s1 state ready");
            assertThat(slot(source.poll(T), "s1").admin()).isEqualTo(AdminState.READY);
        }
    }

    @Test
    void requestsThatWaitInTheBackendShowAsQueue() throws Exception {
        try (var backends = TestBackends.start(60_000, 1, 1);
                var haproxy = RealHaproxy.start(dir, sections(backends, "weight 100 maxconn 1"));
                var source = source(haproxy.unix())) {
            var callers =
                    IntStream.range(0, 12).mapToObj(i -> Thread.ofVirtual().start(this::hang));
            List<Thread> threads = callers.toList();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> {
                        SourceReport report = source.poll(T);
                        assertThat(sum(report, Metric.IN_FLIGHT)).isEqualTo(2);
                        assertThat(sum(report, Metric.QUEUE)).isEqualTo(10);
                    });
            assertThat(value(source.poll(T), Metric.QUEUE, "s1")).isEqualTo(5);
            haproxy.kill();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private void hang() {
        try {
            ask(1);
        } catch (Exception e) {
            // The balancer is gone: the test is over.
        }
    }

    private static double sum(SourceReport report, Metric metric) {
        return report.samples().stream()
                .filter(s -> s.metric() == metric)
                .mapToDouble(Sample::value)
                .sum();
    }

    @Test
    void tcpModeCountsConnectionsAndTheRuntimeListenerIsHidden() throws Exception {
        String sections =
                """
                listen db
                  mode tcp
                  bind 127.0.0.1:%d
                  server pg 127.0.0.1:9
                listen rtapi
                  mode tcp
                  bind 127.0.0.1:%d
                  server cli unix@%s
                """
                        .formatted(FreePorts.one(), FreePorts.one(), dir.resolve("runtime.sock"));
        try (var haproxy = RealHaproxy.start(dir, sections);
                var source = source(haproxy.unix())) {
            source.poll(T);
            SourceReport report = source.poll(T.plusSeconds(1));
            assertThat(Objects.requireNonNull(report.balancer()).slots())
                    .extracting(Slot::backend)
                    .containsExactly("db");
            assertThat(report.samples()).allMatch(s -> "pg".equals(s.labels().get("server")));
            assertThat(value(report, Metric.REQUESTS, "pg")).isZero();
        }
    }

    @Test
    void aReloadIsSeenAtTheNextPollAndGivesNoFalseRate() throws Exception {
        try (var backends = TestBackends.start(1, 4, 4);
                var haproxy = RealHaproxy.start(dir, sections(backends, "weight 100"));
                var source = source(haproxy.unix())) {
            haproxy.ask("set server be/s1 weight 40");
            ask(10);
            long before = Objects.requireNonNull(source.poll(T).balancer()).pid();
            assertThat(slot(source.poll(T), "s1").weight()).isEqualTo(40);
            haproxy.reload();
            ask(30);
            SourceReport next = source.poll(T.plusSeconds(1));
            assertThat(Objects.requireNonNull(next.balancer()).pid())
                    .isNotEqualTo(before)
                    .isEqualTo(haproxy.pid());
            assertThat(slot(next, "s1").weight()).isEqualTo(100);
            assertThat(next.samples()).noneMatch(s -> s.metric() == Metric.REQUESTS);
            ask(10);
            assertThat(value(source.poll(T.plusSeconds(2)), Metric.REQUESTS, "s1"))
                    .isCloseTo(5f, LATE);
        }
    }

    @Test
    void troubleIsOneSentence() {
        try (var gone = source("tcp://127.0.0.1:" + port);
                var page = page("/stats")) {
            assertThatThrownBy(() -> gone.poll(T))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith("tcp://127.0.0.1:" + port + " refused the connection:");
            assertThatThrownBy(() -> page.poll(T))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith("http://127.0.0.1:" + port + "/stats;csv refused");
        }
    }

    @Test
    void aPageThatIsNoStatisticsPageIsNamed() throws Exception {
        try (var backends = TestBackends.start(1, 1);
                var haproxy = RealHaproxy.start(dir, sections(backends, "weight 1"));
                var other = page("/health");
                var locked = page("/stats")) {
            assertThatThrownBy(() -> other.poll(T))
                    .hasMessageContaining("answers, but not with HAProxy's statistics");
            haproxy.reload(
                    sections(backends, "weight 1")
                            .replace("stats enable", "stats enable\n  stats auth ops:secret"));
            assertThatThrownBy(() -> locked.poll(T))
                    .hasMessageContaining("does not let this console in (HTTP 401)");
        }
    }
}
