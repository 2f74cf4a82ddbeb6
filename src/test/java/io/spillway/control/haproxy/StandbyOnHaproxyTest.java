package io.spillway.control.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Match;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Standby;
import io.spillway.relief.Plan;
import io.spillway.relief.serving.Member;
import io.spillway.relief.serving.Serving;
import io.spillway.relief.standby.StandbyPlans;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.TestBackends;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Standby servers on a real HAProxy.
class StandbyOnHaproxyTest {
    @TempDir private Path dir;

    private static Serving serving(AdminState reserve, double each) {
        Pool pool =
                new Pool(
                        "web",
                        "be",
                        0.9,
                        1,
                        List.of("lb-1"),
                        new Match(Match.By.LABEL, "server", ""),
                        0,
                        0,
                        new Standby(List.of("s2", "s3"), Duration.ofSeconds(2), Duration.ZERO));
        return new Serving(
                pool,
                List.of(
                        member("s1", AdminState.READY, each),
                        member("s2", reserve, reserve == AdminState.READY ? each : 0),
                        member("s3", reserve, reserve == AdminState.READY ? each : 0)),
                0);
    }

    private static Member member(String name, AdminState state, double requests) {
        return new Member(
                name,
                Map.of("lb-1", state),
                OperState.UP,
                Map.of("lb-1", 100),
                0.1 + requests / 1000,
                requests,
                0.1,
                0.001,
                0,
                100);
    }

    /// Percent of its weight that slow start grants a server now, empty if it is over.
    private static String throttle(RealHaproxy haproxy, String server) {
        List<String> lines = haproxy.ask("show stat").lines().toList();
        int column = List.of(lines.getFirst().split(",")).indexOf("throttle");
        return lines.stream()
                .filter(line -> line.startsWith("be," + server + ","))
                .map(line -> line.split(",", -1)[column])
                .findFirst()
                .orElse("");
    }

    private static void request(int port, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            var connection =
                    (HttpURLConnection)
                            URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
            assertThat(connection.getResponseCode()).isEqualTo(200);
            connection.getInputStream().readAllBytes();
        }
    }

    @Test
    void disabledServersComeBySlowStartTakeTheirForetoldShareAndGoBack() throws Exception {
        int port = FreePorts.one();
        try (var backends = TestBackends.start(1, 4, 4, 4);
                var haproxy = RealHaproxy.start(dir, sections(backends, port));
                var control =
                        new HaproxyControl(
                                "lb-1",
                                new RuntimeClient(
                                        Endpoint.parse(haproxy.unix(), null),
                                        Duration.ofSeconds(3),
                                        false))) {
            request(port, 20);
            assertThat(backends.get(1).answered() + backends.get(2).answered()).isZero();

            Plan in = StandbyPlans.bringIn(serving(AdminState.MAINT, 600), 2, 1);
            assertThat(in.applicable()).isTrue();
            assertThat(control.write("be", in.goal())).isEmpty();
            assertThat(control.read("be")).containsAllEntriesOf(in.goal());
            Set<String> seen = new HashSet<>();
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> {
                        String now = throttle(haproxy, "s2");
                        seen.add(now);
                        return seen.size() > 1 && (now.isEmpty() || now.equals("100"));
                    });
            assertThat(seen).anyMatch(t -> t.matches("[1-9]\\d?"));

            long[] before = answered(backends);
            request(port, 300);
            long[] after = answered(backends);
            for (int i = 0; i < 3; i++) {
                double foretold = share(in, "s" + (i + 1));
                assertThat((after[i] - before[i]) / 300.0).isCloseTo(foretold, within(0.05));
            }

            assertThat(
                            StandbyPlans.takeBack(serving(AdminState.READY, 400), names(), 2)
                                    .applicable())
                    .as("one server alone would lose all when it is lost")
                    .isFalse();
            Plan back = StandbyPlans.takeBack(serving(AdminState.READY, 100), List.of("s3"), 2);
            assertThat(back.applicable()).isTrue();
            assertThat(control.write("be", back.goal())).isEmpty();
            assertThat(control.read("be"))
                    .containsEntry(Knob.state("s2"), 0)
                    .containsEntry(Knob.state("s3"), 2);
        }
    }

    private static List<String> names() {
        return List.of("s2", "s3");
    }

    private static double share(Plan plan, String server) {
        return plan.servers().stream()
                .filter(m -> m.name().equals(server))
                .findFirst()
                .orElseThrow()
                .shareAfter();
    }

    private static long[] answered(TestBackends backends) {
        return backends.list().stream().mapToLong(TestBackends.Backend::answered).toArray();
    }

    private static String sections(TestBackends backends, int port) {
        StringBuilder text =
                new StringBuilder(
                        """
                        frontend fe
                          bind 127.0.0.1:%d
                          default_backend be
                        backend be
                          balance roundrobin
                          default-server weight 100 slowstart 2s check inter 200ms
                        """
                                .formatted(port));
        for (TestBackends.Backend backend : backends.list()) {
            text.append("  server ").append(backend.name()).append(' ').append(backend.address());
            text.append(backend.name().equals("s1") ? "\n" : " disabled\n");
        }
        return text.toString();
    }
}
