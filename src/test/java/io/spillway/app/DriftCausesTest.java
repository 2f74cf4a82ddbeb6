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
import io.spillway.desk.ReliefSettings;
import io.spillway.desk.Reply;
import io.spillway.desk.Truth;
import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
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
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why a real HAProxy does not do what an act in force wants: each cause is named two polls later.
class DriftCausesTest {
    private static final Duration TICK = Duration.ofSeconds(5);

    @TempDir Path dir;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final int front = FreePorts.one();
    private Instant now = Instant.now();
    private @Nullable RealHaproxy started;
    private @Nullable Desk stepped;

    private String sections(TestBackends backends, String balance, String options) {
        return EvenOutTest.sections(front, backends, "weight 100 " + options)
                .replace("balance roundrobin", "balance " + balance);
    }

    private TestBackends backends() {
        TestBackends backends = TestBackends.start(1, 4, 4);
        open.push(backends);
        return backends;
    }

    private RealHaproxy haproxy() {
        return Objects.requireNonNull(started);
    }

    private Desk desk() {
        return Objects.requireNonNull(stepped);
    }

    /// A desk that is stepped by hand, and an act in force that shifts weights.
    private void act(String sections) throws Exception {
        RealHaproxy balancer = RealHaproxy.start(dir, sections);
        started = balancer;
        open.push(balancer);
        Journal journal = Journal.open(dir.resolve("journal.db"));
        open.push(journal);
        TrafficControl control = new HaproxyControl("lb-1", connection());
        open.push(control);
        Match match = new Match(Match.By.ADDRESS, "instance", "");
        Pool pool = new Pool("web", "be_web", 0.9, 1, List.of("lb-1"), match);
        Desk made =
                new Desk(
                        new DeskSettings(
                                "test",
                                TICK,
                                List.of(pool),
                                List.of(),
                                DefaultRules.rules(),
                                ReliefSettings.NONE,
                                null,
                                "t",
                                true),
                        List.of(new HaproxySource("lb-1", connection())),
                        new Actuator(Map.of("lb-1", control), journal, () -> now, "t"),
                        journal,
                        () -> now);
        stepped = made;
        open.push(made);
        poll();
        Reply applied = desk().send(new Command.Apply(plan(), "ops-1", "crowd", false)).join();
        assertThat(applied.done()).as(applied.message()).isTrue();
        poll();
        poll();
        assertThat(desk().picture().drifts()).isEmpty();
    }

    private RuntimeClient connection() {
        return new RuntimeClient(
                Endpoint.parse(haproxy().tcp(), null), Duration.ofSeconds(5), false);
    }

    private void poll() {
        now = now.plus(TICK);
        desk().step();
    }

    private static Plan plan() {
        return Plans.ofWeights(
                "redistribute",
                "web",
                "be_web",
                0,
                0.9,
                0.7,
                List.of(),
                List.of(Map.of("s1", 150, "s2", 50)),
                Map.of("lb-1", Map.of("s1", 100, "s2", 100)),
                List.of(),
                "");
    }

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private List<String> causes() {
        return desk().picture().drifts().stream().map(Drift::cause).toList();
    }

    private Truth truth(String server) {
        return desk().picture().relief().truths().stream()
                .filter(t -> t.knob().name().equals(server))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReload() throws Exception {
        act(sections(backends(), "roundrobin", ""));
        haproxy().reload();
        poll();
        poll();
        assertThat(causes()).containsExactly("reloaded", "reloaded");
        assertThat(truth("s1").intended()).isEqualTo(150);
        assertThat(truth("s1").applied()).isEqualTo(100);
        assertThat(truth("s1").expected()).isEqualTo(0.5);
        assertThat(truth("s1").cause()).isEqualTo("reloaded");
    }

    @Test
    void somebodyElse() throws Exception {
        act(sections(backends(), "roundrobin", ""));
        haproxy().ask("set weight be_web/s1 77");
        poll();
        poll();
        assertThat(causes()).containsExactly("changed elsewhere");
        assertThat(truth("s2").cause()).isEmpty();
    }

    @Test
    void anAlgorithmThatTakesNoWeights() throws Exception {
        TestBackends backends = backends();
        act(sections(backends, "roundrobin", ""));
        haproxy().reload(sections(backends, "static-rr", ""));
        poll();
        poll();
        assertThat(causes()).containsExactly("static algorithm", "static algorithm");
    }

    @Test
    void anAgentThatSetsWeightsItself() throws Exception {
        int port = FreePorts.one();
        act(
                sections(
                        backends(),
                        "roundrobin",
                        "agent-check agent-addr 127.0.0.1 agent-inter 100ms agent-port " + port));
        ServerSocket agent = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        open.push(agent);
        Thread.ofVirtual().start(() -> answer(agent));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        haproxy().ask("get weight be_web/s1").startsWith("50 ")
                                && haproxy().ask("get weight be_web/s2").startsWith("50 "));
        poll();
        poll();
        assertThat(causes()).containsExactly("the agent check overrides");
    }

    private static void answer(ServerSocket agent) {
        while (!agent.isClosed()) {
            try (Socket asker = agent.accept()) {
                asker.getOutputStream().write("50%\n".getBytes(StandardCharsets.US_ASCII));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void sharesThatFollowWeightsAndThoseThatDoNot() throws Exception {
        TestBackends backends = backends();
        act(sections(backends, "roundrobin", ""));
        try (ClosedLoop clients = ClosedLoop.start(front, 4)) {
            poll(clients, 8);
            assertThat(truth("s1").expected()).isEqualTo(0.75);
            assertThat(truth("s1").observed()).isBetween(0.7, 0.8);
            assertThat(truth("s1").cause()).isEmpty();

            haproxy().reload(sections(backends, "source\n  hash-type consistent", ""));
            haproxy().ask("set weight be_web/s1 150");
            haproxy().ask("set weight be_web/s2 50");
            poll(clients, 10);
            assertThat(desk().picture().drifts()).isEmpty();
            assertThat(truth("s2").observed()).isIn(0.0, 1.0);
            assertThat(truth("s1").cause()).isEqualTo(Truth.NOT_FOLLOWED);
        }
    }

    /// All clients come from one address, which one server gets.
    private void poll(ClosedLoop clients, int times) {
        for (int i = 0; i < times; i++) {
            clients.throughput(150);
            poll();
        }
    }
}
