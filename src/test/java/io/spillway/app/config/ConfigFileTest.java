package io.spillway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir Path folder;
    private ConfigFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new ConfigFixture(folder);
    }

    private Config load(String text) throws Exception {
        return ConfigFile.load(fixture.write(text), fixture::environment);
    }

    @Test
    void theSmallestFileHasDefaults() throws Exception {
        Config config =
                load(
                        """
                        balancers:
                          - name: lb-1
                            address: unix:/run/haproxy/admin.sock
                          - name: lb-2
                            stats: http://lb/stats;csv
                        pools:
                          - name: web
                        """);
        assertThat(config.site()).isEqualTo("fleet");
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.sources()).isEmpty();
        assertThat(config.practice()).isNull();
        assertThat(config.pools())
                .containsExactly(
                        new Pool(
                                "web",
                                "web",
                                0.9,
                                0,
                                List.of("lb-1", "lb-2"),
                                new Match(Match.By.LABEL, "server", "")));
        assertThat(config.balancers())
                .containsExactly(
                        new BalancerConfig.RuntimeApi(
                                "lb-1",
                                new Address.Unix(
                                        "unix:/run/haproxy/admin.sock",
                                        Path.of("/run/haproxy/admin.sock")),
                                null,
                                null,
                                null,
                                Duration.ofMillis(800)),
                        new BalancerConfig.StatsPage(
                                "lb-2",
                                URI.create("http://lb/stats;csv"),
                                null,
                                null,
                                Duration.ofMillis(800)));
    }

    @Test
    void aSourceWithEverything() throws Exception {
        Config config =
                load(
                        """
                        site: shop-prod
                        poll: 250ms
                        sources:
                          - name: metrics
                            prometheus: https://prometheus.example:9090
                            username: spillway
                            password: {env: PASSWORD}
                            ca: ca.pem
                            deadline: 2s
                            queries:
                              cpu: {query: 'a[{{window}}]', time: 'timestamp(a)'}
                              latency: b
                        balancers: [{name: lb-1, address: 'tcp://[::1]:9999'}]
                        pools: [{name: web}]
                        """);
        SourceConfig.Engine source = (SourceConfig.Engine) config.sources().getFirst();
        assertThat(config.site()).isEqualTo("shop-prod");
        assertThat(config.poll()).isEqualTo(Duration.ofMillis(250));
        assertThat(source.prometheus()).hasToString("https://prometheus.example:9090");
        assertThat(source.deadline()).isEqualTo(Duration.ofSeconds(2));
        assertThat(source.ca()).isEqualTo(folder.resolve("ca.pem"));
        assertThat(source.queries())
                .containsOnlyKeys(Metric.CPU, Metric.LATENCY)
                .containsEntry(Metric.CPU, new SourceConfig.Query("a[{{window}}]", "timestamp(a)"))
                .containsEntry(Metric.LATENCY, new SourceConfig.Query("b", null));
        assertThat(source.login())
                .isInstanceOfSatisfying(
                        Login.Basic.class,
                        basic -> {
                            assertThat(basic.username()).isEqualTo("spillway");
                            assertThat(basic.password().reveal()).isEqualTo("hunter2");
                        });
        assertThat(config.toString()).contains("***").doesNotContain("hunter2");
    }

    @Test
    void accessLogs() throws Exception {
        Config config =
                load(
                        """
                        sources:
                          - {name: a, log: /var/log/haproxy.log}
                          - {name: b, log: logs/../access.log}
                          - {name: c, log: 'udp://127.0.0.2:5514'}
                          - {name: d, log: 'udp://[::1]:5514'}
                          - {name: e, log: 'udp://localhost:5515'}
                        balancers: [{name: lb-1, address: tcp://lb:9999}]
                        pools: [{name: web}]
                        """);
        assertThat(config.sources())
                .map(s -> ((SourceConfig.Log) s).log())
                .containsExactly(
                        new LogAddress.LogFile(
                                "/var/log/haproxy.log", Path.of("/var/log/haproxy.log")),
                        new LogAddress.LogFile("logs/../access.log", folder.resolve("access.log")),
                        new LogAddress.Syslog(
                                "udp://127.0.0.2:5514", InetAddress.ofLiteral("127.0.0.2"), 5514),
                        new LogAddress.Syslog(
                                "udp://[::1]:5514", InetAddress.ofLiteral("::1"), 5514),
                        new LogAddress.Syslog(
                                "udp://localhost:5515", InetAddress.ofLiteral("127.0.0.1"), 5515));
    }

    @Test
    void alertmanagers() throws Exception {
        Config config =
                load(
                        """
                        sources:
                          - {name: plain, alertmanager: 'http://alerts:9093'}
                          - name: alerts
                            alertmanager: https://alerts.example/am
                            bearer: {env: PASSWORD}
                            ca: ca.pem
                            deadline: 2s
                            silences: true
                        balancers: [{name: lb-1, address: tcp://lb:9999}]
                        pools: [{name: web}]
                        """);
        assertThat(config.sources().getFirst())
                .isEqualTo(
                        new SourceConfig.Alertmanager(
                                "plain",
                                URI.create("http://alerts:9093"),
                                null,
                                null,
                                Duration.ofMillis(800),
                                false));
        var source = (SourceConfig.Alertmanager) config.sources().getLast();
        assertThat(source.silences()).isTrue();
        assertThat(source.endpoint()).isEqualTo("https://alerts.example/am");
        assertThat(source.ca()).isEqualTo(folder.resolve("ca.pem"));
        assertThat(source.deadline()).isEqualTo(Duration.ofSeconds(2));
        assertThat(source.login()).isInstanceOf(Login.Bearer.class);
    }

    @Test
    void mutualTlsAndAnIpv6Address() throws Exception {
        Config config =
                load(
                        """
                        balancers:
                          - name: lb-1
                            address: tls://[::1]:9443
                            keyStore: {file: client.p12, password: {env: STORE_PASSWORD}}
                            ca: ca.pem
                            serverName: lb-1.example
                            deadline: 1s
                        pools: [{name: web}]
                        """);
        assertThat(config.balancers().getFirst())
                .isInstanceOfSatisfying(
                        BalancerConfig.RuntimeApi.class,
                        balancer -> {
                            assertThat(balancer.address())
                                    .isEqualTo(
                                            new Address.Port(
                                                    "tls://[::1]:9443", "::1", 9443, true));
                            assertThat(balancer.serverName()).isEqualTo("lb-1.example");
                            assertThat(balancer.ca()).isEqualTo(folder.resolve("ca.pem"));
                            assertThat(balancer.keyStore())
                                    .satisfies(k -> assertThat(k.open().size()).isEqualTo(1));
                        });
    }

    @Test
    void aSecretOfAKeyStore() throws Exception {
        Config config =
                load(
                        """
                        sources:
                          - name: metrics
                            prometheus: http://p:9090
                            bearer:
                              keyStore: {file: client.p12, password: {env: STORE_PASSWORD}}
                              entry: token
                        balancers: [{name: lb-1, address: tcp://lb:9999}]
                        pools: [{name: web}]
                        """);
        assertThat(((SourceConfig.Engine) config.sources().getFirst()).login())
                .isInstanceOfSatisfying(
                        Login.Bearer.class,
                        bearer ->
                                assertThat(bearer.token().reveal()).isEqualTo(ConfigFixture.TOKEN));
    }

    @Test
    void httpdByItsManager() throws Exception {
        Config config =
                load(
                        """
                        balancers:
                          - name: lb-1
                            type: httpd
                            address: http://127.0.0.1:8081/balancer-manager
                            username: spillway
                            password: {env: PASSWORD}
                            deadline: 400ms
                        pools:
                          - name: web
                        """);
        var httpd = (BalancerConfig.Httpd) config.balancers().getFirst();
        assertThat(httpd.endpoint()).isEqualTo("http://127.0.0.1:8081/balancer-manager");
        assertThat(httpd.login()).isInstanceOf(Login.Basic.class);
        assertThat(httpd.ca()).isNull();
        assertThat(httpd.deadline()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void poolsWithEverything() throws Exception {
        Config config =
                load(
                        """
                        balancers:
                          - {name: lb-1, address: tcp://lb:9999}
                          - {name: lb-2, address: tcp://lb:9998}
                        pools:
                          - name: web
                            backend: be_web
                            cpuLimit: 87.5%
                            minInService: 2
                            balancers: [lb-2]
                            match: {by: pattern, label: host, pattern: '^(web-\\d+)\\.'}
                          - name: api
                            backend: be_web
                            balancers: [lb-1]
                            match: {by: address}
                        """);
        assertThat(config.pools())
                .containsExactly(
                        new Pool(
                                "web",
                                "be_web",
                                0.875,
                                2,
                                List.of("lb-2"),
                                new Match(Match.By.PATTERN, "host", "^(web-\\d+)\\.")),
                        new Pool(
                                "api",
                                "be_web",
                                0.9,
                                0,
                                List.of("lb-1"),
                                new Match(Match.By.ADDRESS, "instance", "")));
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNotMatter() throws Exception {
        String text = "balancers: [{name: lb-1, address: tcp://lb:9999}]\npools: [{name: web}]\n";
        Config config = load('\uFEFF' + text.replace("\n", "\r\n"));
        assertThat(config.pools()).hasSize(1);
    }

    @Test
    void practiceTimeRunsAtItsSpeed() {
        Instant start = Instant.parse("2026-11-22T13:00:00Z");
        PracticeConfig practice =
                new PracticeConfig(
                        ScenarioName.SURGE,
                        20,
                        start,
                        Instant.parse("2030-01-01T00:00:00Z"),
                        Path.of("/s"));
        assertThat(practice.at(Instant.parse("2030-01-01T00:00:03Z")))
                .isEqualTo(start.plusSeconds(60));
    }
}
