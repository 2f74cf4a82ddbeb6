package io.spillway.wire.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.wire.haproxy.Answer.Reason;
import io.spillway.wire.haproxy.WireException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a real HAProxy.
class RuntimeClientTest {
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final String TWO =
            """
            backend be
              balance roundrobin
              server s1 127.0.0.1:9 weight 100
              server s2 127.0.0.1:9 weight 100
            backend fixed
              balance static-rr
              server s1 127.0.0.1:9 weight 100
            """;

    @TempDir private Path dir;

    private static RuntimeClient client(String endpoint) {
        return new RuntimeClient(Endpoint.parse(endpoint, null), DEADLINE, false);
    }

    private static Command raw(String text) {
        return Command.of(text, true);
    }

    @Test
    void everyKindOfAnswerComesBackTyped() throws WireException {
        try (var haproxy = RealHaproxy.start(dir, TWO);
                var client = client(haproxy.unix())) {
            List<Answer> answers =
                    client.execute(
                            List.of(
                                    Command.setWeight("be", "s1", 50),
                                    Command.showCliLevel(),
                                    Command.showServersState("be"),
                                    raw("set server be/s1 weight 1.5"),
                                    raw("nonsense"),
                                    Command.setWeight("be", "s9", 1),
                                    Command.setWeight("none", "s1", 1),
                                    Command.showServersState("none"),
                                    raw("show stat none 4 -1"),
                                    Command.setWeight("fixed", "s1", 50),
                                    raw("get weight be/s1")));
            assertThat(answers.get(0)).isEqualTo(new Answer.Done());
            assertThat(answers.get(1)).isEqualTo(new Answer.Notice("admin"));
            assertThat(answers.get(2))
                    .asInstanceOf(InstanceOfAssertFactories.type(Answer.Data.class))
                    .extracting(d -> ServerState.parse(d.text()))
                    .asInstanceOf(InstanceOfAssertFactories.list(ServerState.class))
                    .extracting(ServerState::weight)
                    .containsExactly(50, 100);
            // An answer that ends in one newline, and the ones after it stay in step.
            assertThat(answers.get(3))
                    .isEqualTo(
                            new Answer.Refused(Reason.OTHER, "Trailing garbage in weight string"));
            assertThat(answers.subList(4, 10))
                    .extracting(a -> a instanceof Answer.Refused r ? r.reason() : null)
                    .containsExactly(
                            Reason.UNKNOWN_COMMAND,
                            Reason.NO_SUCH_SERVER,
                            Reason.NO_SUCH_BACKEND,
                            Reason.NO_SUCH_BACKEND,
                            Reason.NO_SUCH_BACKEND,
                            Reason.STATIC_ALGORITHM);
            assertThat(answers.get(10)).isEqualTo(new Answer.Data("50 (initial 100)\n"));
        }
    }

    @Test
    void aConnectionOfLowerLevelIsDeniedAndSaysSo() throws WireException {
        Path user = dir.resolve("user.sock");
        try (var haproxy =
                        RealHaproxy.start(
                                dir, "  stats socket " + user + " level operator\n", TWO);
                var client = client("unix:" + user)) {
            assertThat(client.execute(Command.setWeight("be", "s1", 1)))
                    .isEqualTo(new Answer.Refused(Reason.PERMISSION_DENIED, "Permission denied"));
            assertThat(client.execute(Command.showCliLevel()))
                    .isEqualTo(new Answer.Notice("operator"));
            assertThat(haproxy.ask("get weight be/s1")).contains("100 (initial 100)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "tcp"})
    void aThousandWeightsGoInOneWrite(String way) throws WireException {
        var servers = new StringBuilder("backend be\n  balance roundrobin\n");
        IntStream.range(0, 1000)
                .forEach(i -> servers.append("  server s" + i + " 127.0.0.1:9 weight 100\n"));
        try (var haproxy = RealHaproxy.start(dir, servers.toString());
                var client = client(way.equals("unix") ? haproxy.unix() : haproxy.tcp())) {
            var commands =
                    IntStream.range(0, 1000)
                            .mapToObj(i -> Command.setWeight("be", "s" + i, i % 257))
                            .toList();
            assertThat(client.execute(commands)).hasSize(1000).containsOnly(new Answer.Done());
            var states = (Answer.Data) client.execute(Command.showServersState("be"));
            assertThat(ServerState.parse(states.text()))
                    .extracting(ServerState::weight)
                    .isEqualTo(IntStream.range(0, 1000).map(i -> i % 257).boxed().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "tcp"})
    void manyCommandsWithLongAnswersDoNotStickInFullBuffers(String way) throws WireException {
        try (var haproxy = RealHaproxy.start(dir, TWO);
                var client = client(way.equals("unix") ? haproxy.unix() : haproxy.tcp())) {
            // 400 kB of commands, 5 MB of answers: more than any socket's buffers.
            var commands = IntStream.range(0, 40_000).mapToObj(i -> raw("show sess")).toList();
            assertThat(client.execute(commands)).hasSize(40_000);
        }
    }

    @Test
    void aConnectionThatWasClosedWhileIdleIsOpenedAgain() throws WireException {
        int port = FreePorts.one();
        String relay =
                """
                listen relay
                  mode tcp
                  bind 127.0.0.1:%d
                  timeout client 1s
                  timeout server 1s
                  server cli unix@%s
                """
                        .formatted(port, dir.resolve("runtime.sock"));
        try (var haproxy = RealHaproxy.start(dir, TWO + relay);
                var client = client("tcp://127.0.0.1:" + port)) {
            client.info();
            untilClosed(haproxy);
            assertThat(client.execute(Command.showCliLevel()))
                    .isEqualTo(new Answer.Notice("admin"));
            untilClosed(haproxy);
            assertThat(client.execute(Command.setWeight("be", "s1", 10)))
                    .isEqualTo(new Answer.Done());
            assertThat(haproxy.ask("get weight be/s1")).startsWith("10 ");
        }
    }

    private static void untilClosed(RealHaproxy haproxy) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !haproxy.ask("show sess").contains("fe=relay"));
    }

    @Test
    void aReloadIsFollowedBeforeAnythingIsChanged() throws WireException {
        try (var haproxy = RealHaproxy.start(dir, TWO);
                var client = client(haproxy.unix())) {
            client.execute(Command.setWeight("be", "s1", 7));
            long first = client.info().pid();
            haproxy.reload();
            assertThat(client.execute(Command.setWeight("be", "s2", 9)))
                    .isEqualTo(new Answer.Done());
            assertThat(client.info().pid()).isNotEqualTo(first).isEqualTo(haproxy.pid());
            assertThat(haproxy.ask("get weight be/s1")).startsWith("100 ");
            assertThat(haproxy.ask("get weight be/s2")).startsWith("9 ");
        }
    }

    @Test
    void aRestartIsFollowedToo() throws WireException {
        try (var haproxy = RealHaproxy.start(dir, TWO);
                var client = client(haproxy.tcp())) {
            client.info();
            haproxy.kill();
            assertThatThrownBy(client::info)
                    .isInstanceOfSatisfying(
                            WireException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
            haproxy.restart();
            assertThat(client.info().pid()).isEqualTo(haproxy.pid());
        }
    }

    @Test
    void aDeadProcessInTheMiddleOfACallIsAnErrorAndNothingIsSentTwice() throws Exception {
        try (var haproxy = RealHaproxy.start(dir, TWO);
                var client = client(haproxy.unix())) {
            client.info();
            haproxy.freeze();
            var call =
                    Thread.ofVirtual()
                            .unstarted(() ->
                                    assertThatThrownBy(() -> client.execute(Command.showInfo()))
                                            .isInstanceOf(WireException.class));
            call.start();
            haproxy.kill();
            call.join(DEADLINE.plusSeconds(5));
            assertThat(call.isAlive()).isFalse();
        }
    }

    @Test
    void aPracticeBalancerAndARealOneAreKeptApart() throws WireException {
        try (var real = RealHaproxy.start(dir, TWO);
                var practising =
                        new RuntimeClient(Endpoint.parse(real.tcp(), null), DEADLINE, true)) {
            assertThatThrownBy(practising::info)
                    .hasMessage(
                            real.tcp()
                                    + " is a real balancer, and this console is for practice; it is"
                                    + " left alone.");
            real.reload();
        }
    }

    @Test
    void aRealConsoleRefusesAPracticeBalancer() throws WireException {
        try (var practice = RealHaproxy.start(dir, "  node spillway-practice\n", TWO);
                var client = client(practice.unix());
                var practising =
                        new RuntimeClient(Endpoint.parse(practice.unix(), null), DEADLINE, true)) {
            assertThatThrownBy(() -> client.execute(Command.setWeight("be", "s1", 1)))
                    .isInstanceOfSatisfying(
                            WireException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PRACTICE))
                    .hasMessageContaining("is a practice balancer");
            assertThat(practice.ask("get weight be/s1")).startsWith("100 ");
            assertThat(practising.info().practice()).isTrue();
        }
    }

    @Test
    void aClosedClientStaysClosed() throws WireException {
        try (var haproxy = RealHaproxy.start(dir, TWO)) {
            var client = client(haproxy.unix());
            client.info();
            client.close();
            assertThatThrownBy(client::info).isInstanceOf(WireException.class);
        }
    }
}
