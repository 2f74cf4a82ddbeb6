package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.action.Actuator;
import io.spillway.action.Drift;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.control.TrafficControl;
import io.spillway.control.haproxy.HaproxyControl;
import io.spillway.desk.Command;
import io.spillway.desk.Desk;
import io.spillway.desk.DeskSettings;
import io.spillway.desk.Picture;
import io.spillway.desk.ReliefSettings;
import io.spillway.desk.Reply;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.journal.Journal;
import io.spillway.relief.Plan;
import io.spillway.relief.Plans;
import io.spillway.source.haproxy.HaproxySource;
import io.spillway.testing.ClosedLoop;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.TestBackends;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real HAProxy reloaded while a desk is connected and an act is in force.
class ReloadTest {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    @TempDir Path dir;

    private final List<Picture> pictures = new CopyOnWriteArrayList<>();
    private TestBackends backends;
    private RealHaproxy haproxy;
    private ClosedLoop clients;
    private TrafficControl control;
    private Journal journal;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        int front = FreePorts.one();
        backends = TestBackends.start(20, 2, 2);
        haproxy = RealHaproxy.start(dir, EvenOutTest.sections(front, backends, "weight 100"));
        clients = ClosedLoop.start(front, 3);
        journal = Journal.open(dir.resolve("journal.db"));
        control = new HaproxyControl("lb-1", connection());
        InstantSource clock = InstantSource.system();
        Match match = new Match(Match.By.ADDRESS, "instance", "");
        Pool pool = new Pool("web", "be_web", 0.9, 1, List.of("lb-1"), match);
        desk =
                new Desk(
                        new DeskSettings(
                                "test",
                                INTERVAL,
                                List.of(pool),
                                List.of(),
                                DefaultRules.rules(),
                                ReliefSettings.NONE,
                                null,
                                "t",
                                true),
                        List.of(new HaproxySource("lb-1", connection())),
                        new Actuator(Map.of("lb-1", control), journal, clock, "t"),
                        journal,
                        clock);
        desk.watch(pictures::add);
        desk.start(() -> {});
        await().atMost(Duration.ofSeconds(30)).until(() -> live(desk.picture()));
    }

    private RuntimeClient connection() {
        return new RuntimeClient(Endpoint.parse(haproxy.tcp(), null), DEADLINE, false);
    }

    @AfterEach
    void close() {
        desk.close();
        control.close();
        journal.close();
        clients.close();
        haproxy.close();
        backends.close();
    }

    private static boolean live(Picture picture) {
        return picture.fleet().servers().size() == 2
                && picture.fleet().quality(Metric.REQUESTS, 0) == Quality.LIVE
                && picture.fleet().quality(Metric.REQUESTS, 1) == Quality.LIVE;
    }

    private static long pid(Picture picture) {
        return picture.fleet().balancers().getFirst().pid();
    }

    private Plan plan() {
        Map<String, Integer> before = Map.of("s1", 100, "s2", 100);
        Map<String, Integer> goal = Map.of("s1", 150, "s2", 50);
        return Plans.ofWeights(
                "redistribute",
                "web",
                "be_web",
                0,
                0.9,
                0.7,
                List.of(),
                List.of(goal),
                Map.of("lb-1", before),
                List.of(),
                "");
    }

    @Test
    void isSeenWithinTwoPollsAndTheForgottenWeightsAreNamed() {
        Reply applied = desk.send(new Command.Apply(plan(), "ops-1", "crowd", false)).join();
        assertThat(applied.done()).as(applied.message()).isTrue();
        assertThat(desk.picture().leases()).hasSize(1);
        String act = desk.picture().leases().getFirst().id();
        long seen = desk.picture().tick() + 2;
        await().until(() -> desk.picture().tick() >= seen);
        assertThat(desk.picture().drifts()).isEmpty();

        haproxy.reload();
        long reloaded = desk.picture().tick();
        await().until(() -> desk.picture().tick() >= reloaded + 2);
        Picture second = at(reloaded + 2);
        assertThat(pid(second)).isEqualTo(haproxy.pid());
        assertThat(second.sources().getFirst().failures()).isZero();
        assertThat(second.drifts())
                .containsExactlyInAnyOrder(
                        new Drift(act, "lb-1", "web", Knob.weight("s1"), 150, 100, "reloaded"),
                        new Drift(act, "lb-1", "web", Knob.weight("s2"), 50, 100, "reloaded"));
        assertThat(second.notices())
                .contains(
                        "s1 on lb-1 has weight 100 where act %s set 150 and 1 more: reloaded"
                                .formatted(act));
        // A rate takes two polls of the new process.
        await().until(() -> desk.picture().tick() >= reloaded + 3);
        assertThat(live(at(reloaded + 3))).as("live again").isTrue();

        Reply undone = desk.send(new Command.Undo(act, "ops-1", false)).join();
        assertThat(undone.message()).isEqualTo("Undone: lb-1 already was as before.");
        assertThat(desk.picture().drifts()).isEmpty();
        assertThat(desk.picture().notices()).isEmpty();
    }

    private Picture at(long tick) {
        return pictures.stream().filter(p -> p.tick() == tick).findFirst().orElseThrow();
    }
}
