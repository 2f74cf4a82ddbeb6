package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.action.Actuator;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.desk.Desk;
import io.spillway.desk.DeskSettings;
import io.spillway.desk.Picture;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.SourceHealth;
import io.spillway.journal.Journal;
import io.spillway.source.haproxy.HaproxySource;
import io.spillway.source.prometheus.MetricQuery;
import io.spillway.source.prometheus.PrometheusSettings;
import io.spillway.source.prometheus.PrometheusSource;
import io.spillway.testing.ClosedLoop;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.RealPrometheus;
import io.spillway.testing.Switchable;
import io.spillway.testing.Switchable.Manner;
import io.spillway.testing.TestBackends;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A real Prometheus that dies, hangs or answers nonsense: what it measured turns old and then
/// blind, everything else goes on, and all clears by itself. The desk's clock runs ten times as
/// fast as the wall's, so that half a minute of blindness passes in three seconds.
class MetricsTroubleTest {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int SPEED = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir Path dir;

    private final long start = System.nanoTime();
    private final InstantSource clock =
            () -> Instant.EPOCH.plusNanos(1_000_000_000L + (System.nanoTime() - start) * SPEED);
    private final List<Picture> pictures = new CopyOnWriteArrayList<>();
    private TestBackends backends;
    private RealHaproxy haproxy;
    private RealPrometheus prometheus;
    private Switchable between;
    private ClosedLoop clients;
    private HttpClients http;
    private Journal journal;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        int front = FreePorts.one();
        backends = TestBackends.start(20, 2, 2);
        haproxy = RealHaproxy.start(dir, EvenOutTest.sections(front, backends, "weight 100"));
        prometheus = RealPrometheus.start(EvenOutTest.scrapes(backends));
        between = Switchable.before(prometheus.url());
        clients = ClosedLoop.start(front, 3);
        http = new HttpClients();
        journal = Journal.open(dir.resolve("journal.db"));
        desk = desk();
        desk.watch(pictures::add);
        desk.start(() -> {});
        until(p -> all(p, Metric.CPU, Quality.LIVE) && all(p, Metric.REQUESTS, Quality.LIVE));
    }

    private Desk desk() throws Exception {
        Pool pool =
                new Pool(
                        "web",
                        "be_web",
                        0.9,
                        1,
                        List.of("lb-1"),
                        new Match(Match.By.ADDRESS, "instance", ""));
        var settings =
                new PrometheusSettings(
                        "metrics",
                        URI.create(between.url()),
                        new HttpAccess(new Login.None(), null, Duration.ofMillis(400)),
                        false,
                        Map.of(
                                Metric.CPU,
                                new MetricQuery("rate(app_busy_seconds_total[5s])/app_slots", "")));
        var runtime =
                new RuntimeClient(
                        Endpoint.parse(haproxy.tcp(), null), Duration.ofMillis(400), false);
        // Practice only lends its clock here: the speed says how much time lies between two ticks.
        return new Desk(
                new DeskSettings(
                        "test",
                        INTERVAL,
                        List.of(pool),
                        List.of(),
                        DefaultRules.rules(),
                        new Picture.Practice("clock", SPEED),
                        "t",
                        false),
                List.of(new PrometheusSource(settings, http), new HaproxySource("lb-1", runtime)),
                new Actuator(Map.of(), journal, clock, "t"),
                journal,
                clock);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        journal.close();
        http.close();
        clients.close();
        between.close();
        prometheus.close();
        haproxy.close();
        backends.close();
    }

    private Picture until(Predicate<Picture> wanted) {
        return await().atMost(PATIENCE).until(() -> desk.picture(), wanted);
    }

    private static boolean all(Picture picture, Metric metric, Quality quality) {
        int servers = picture.fleet().servers().size();
        for (int i = 0; i < servers; i++) {
            if (picture.fleet().quality(metric, i) != quality) {
                return false;
            }
        }
        return servers > 0;
    }

    private static SourceHealth health(Picture picture) {
        return picture.sources().getFirst();
    }

    /// From trouble to blindness and back.
    private void suffer(Runnable begin, Runnable end) {
        Picture good = desk.picture();
        begin.run();
        Picture old = until(p -> all(p, Metric.CPU, Quality.OLD));
        assertThat(old.fleet().value(Metric.CPU, 0)).isNotNaN();
        Picture blind = until(p -> all(p, Metric.CPU, Quality.BLIND));
        assertThat(blind.state()).isEqualTo(Picture.State.BLIND);
        assertThat(health(blind).ok()).isFalse();
        assertThat(health(blind).message()).isNotBlank().doesNotContain("Exception");
        end.run();
        Picture healed = until(p -> all(p, Metric.CPU, Quality.LIVE) && health(p).failures() == 0);
        assertThat(pictures.subList((int) good.tick(), (int) healed.tick()))
                .as("the balancer's figures go on")
                .allMatch(p -> all(p, Metric.REQUESTS, Quality.LIVE));
        assertTicksKeptTime(good.tick(), healed.tick());
    }

    private void assertTicksKeptTime(long from, long to) {
        long interval = INTERVAL.toMillis() * SPEED;
        for (int i = (int) from; i < to; i++) {
            long gap =
                    pictures.get(i).time().toEpochMilli()
                            - pictures.get(i - 1).time().toEpochMilli();
            assertThat(gap).as("tick " + i).isLessThan(2 * interval);
        }
    }

    @Test
    void killed() {
        suffer(prometheus::kill, prometheus::restart);
    }

    @Test
    void hung() {
        suffer(prometheus::pause, prometheus::resume);
    }

    @ParameterizedTest
    @EnumSource(names = "HONEST", mode = EnumSource.Mode.EXCLUDE)
    void answersNonsense(Manner manner) {
        suffer(() -> between.manner(manner), () -> between.manner(Manner.HONEST));
    }
}
