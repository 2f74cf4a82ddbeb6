package io.spillway.app;

import static org.awaitility.Awaitility.await;

import io.spillway.action.Actuator;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.RuleNames;
import io.spillway.alarm.rule.Rules;
import io.spillway.desk.Desk;
import io.spillway.desk.DeskSettings;
import io.spillway.desk.Picture;
import io.spillway.desk.ReliefSettings;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
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

/// A real HAProxy with clients, a real Prometheus behind something that can misbehave, and a desk
/// on both whose clock may run faster than the wall's. Every server is too hot for its alarm.
final class TroubledFleet implements AutoCloseable {
    static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int speed;
    private final long start = System.nanoTime();
    private final InstantSource clock;
    final List<Picture> pictures = new CopyOnWriteArrayList<>();
    private TestBackends backends;
    private RealHaproxy haproxy;
    RealPrometheus prometheus;
    Switchable between;
    private ClosedLoop clients;
    private HttpClients http;
    private Journal journal;
    Desk desk;

    /// @param speed seconds of the desk's time a second
    TroubledFleet(Path dir, int speed) throws Exception {
        this.speed = speed;
        clock = () -> Instant.EPOCH.plusNanos(1_000_000_000L + (System.nanoTime() - start) * speed);
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
                        alwaysHot(),
                        ReliefSettings.NONE,
                        new Picture.Practice("clock", speed),
                        "t",
                        false),
                List.of(new PrometheusSource(settings, http), new HaproxySource("lb-1", runtime)),
                new Actuator(Map.of(), journal, clock, "t"),
                journal,
                clock);
    }

    /// The default rules, but every server whose CPU is known is too hot.
    private static Rules alwaysHot() {
        Duration second = Duration.ofSeconds(1);
        Limits any = new Limits(0, 0, Double.NaN, second, second);
        Rules rules = DefaultRules.rules();
        return new Rules(
                rules.rules(), List.of(new Rules.Own(RuleNames.SERVER_CPU, "web", "", any)));
    }

    @Override
    public void close() {
        desk.close();
        journal.close();
        http.close();
        clients.close();
        between.close();
        prometheus.close();
        haproxy.close();
        backends.close();
    }

    Picture until(Predicate<Picture> wanted) {
        return await().atMost(PATIENCE).until(() -> desk.picture(), wanted);
    }

    static boolean all(Picture picture, Metric metric, Quality quality) {
        int servers = picture.fleet().servers().size();
        for (int i = 0; i < servers; i++) {
            if (picture.fleet().quality(metric, i) != quality) {
                return false;
            }
        }
        return servers > 0;
    }
}
