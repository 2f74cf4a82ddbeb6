package io.spillway.source.httpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Slot;
import io.spillway.source.Sample;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.testing.HttpdServers;
import io.spillway.wire.http.Login;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HttpdSourceTest {
    private static final Duration DEADLINE = Duration.ofMillis(800);
    private static final Instant START = Instant.parse("2026-11-22T03:58:12Z");

    private static BalancerState balancer(SourceReport report) {
        return Objects.requireNonNull(report.balancer());
    }

    private static Map<String, Float> values(SourceReport report, Metric metric) {
        return report.samples().stream()
                .filter(s -> s.metric() == metric)
                .collect(
                        Collectors.toMap(
                                s -> s.labels().getOrDefault("server", ""), Sample::value));
    }

    @Test
    void tellsMembersRatesAndReloads() throws Exception {
        String more =
                """
                <Proxy balancer://idle>
                  BalancerMember http://127.0.0.1:9
                  BalancerMember http://127.0.0.1:10 route=spare status=+H
                  BalancerMember http://127.0.0.1:11 route=off status=+D
                  BalancerMember http://127.0.0.1:12 route=leaving status=+N
                </Proxy>
                ProxyPass /idle balancer://idle
                """;
        try (var servers = new HttpdServers("loadfactor=50", more);
                var source = new HttpdSource("lb-1", servers.client())) {
            SourceReport first = source.poll(START);
            BalancerState state = balancer(first);
            assertThat(state.name()).isEqualTo("lb-1");
            assertThat(state.version()).startsWith("Apache/2.4");
            assertThat(state.maxWeight()).isEqualTo(100);
            assertThat(state.startedAt()).isZero();
            assertThat(state.slots())
                    .startsWith(
                            new Slot(
                                    "be_web",
                                    "s1",
                                    servers.backends.get(0).address(),
                                    50,
                                    50,
                                    AdminState.READY,
                                    OperState.UP))
                    .filteredOn(s -> s.backend().equals("idle"))
                    .extracting(Slot::server, Slot::admin)
                    .containsExactly(
                            tuple("127.0.0.1:9", AdminState.READY),
                            tuple("spare", AdminState.MAINT),
                            tuple("off", AdminState.MAINT),
                            tuple("leaving", AdminState.DRAIN));
            assertThat(values(first, Metric.REQUESTS)).isEmpty();
            assertThat(values(first, Metric.IN_FLIGHT)).containsEntry("s1", 0f);

            servers.answers(30);
            SourceReport second = source.poll(START.plusSeconds(10));
            assertThat(values(second, Metric.REQUESTS).get("s1")).isBetween(0.9f, 1.1f);
            assertThat(values(second, Metric.REQUESTS)).containsEntry("off", 0f);

            servers.httpd.reload();
            Instant later = START.plusSeconds(20);
            await().until(() -> balancer(source.poll(later)).startedAt() > 0);
            assertThat(balancer(source.poll(later)).startedAt()).isEqualTo(later.getEpochSecond());
        }
    }

    @Test
    void saysWhatKeepsItOut() throws Exception {
        String more =
                """
                <Location /locked>
                  SetHandler balancer-manager
                  AuthType Basic
                  AuthName locked
                  AuthUserFile users
                  Require valid-user
                </Location>
                """;
        try (var servers = new HttpdServers("", more)) {
            // {SHA} is what httpd takes for "password" without a tool to make better ones.
            servers.httpd.write("users", "anna:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=\n");
            String locked = servers.httpd.manager().replace("balancer-manager", "locked");
            var anna = new Login.Basic("anna", "password");
            assertThat(servers.client(locked, anna, DEADLINE).read().balancers()).hasSize(1);
            expect(servers, locked, new Login.None(), "asks for credentials (401)");
            expect(servers, locked, new Login.Basic("anna", "x"), "does not accept the user");
            String absent = servers.httpd.manager().replace("balancer-manager", "nothing");
            expect(servers, absent, new Login.None(), "has no balancer-manager there (404)");
            String page = servers.httpd.manager().replace("balancer-manager", "app/");
            expect(
                    servers,
                    page,
                    new Login.None(),
                    "did not answer with the balancer-manager's XML");
            String other = servers.httpd.manager().replaceAll(":\\d+/", ":1/");
            expect(servers, other, new Login.None(), "refuses connections");
            servers.httpd.freeze();
            expect(
                    servers,
                    servers.httpd.manager(),
                    new Login.None(),
                    "did not answer within 800 ms");
            servers.httpd.thaw();
        }
    }

    private static void expect(HttpdServers servers, String url, Login login, String words) {
        try (var source = new HttpdSource("lb-1", servers.client(url, login, DEADLINE))) {
            assertThatThrownBy(() -> source.poll(START))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith("httpd at " + url + " " + words);
        }
    }
}
