package io.spillway.source.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import io.spillway.source.SourceReport;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.TestBackends;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The configuration that is shipped, in a real HAProxy with real traffic.
class WatchTablesTest {
    private static final Path TABLES = Path.of("packaging/haproxy/spillway-watch.cfg");
    private static final Path CLASSES = Path.of("packaging/haproxy/class_path.map");
    private static final Instant T = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir private Path dir;

    private final int port = FreePorts.one();

    /// The lines that the shipped file says a frontend needs.
    private static String lines() throws IOException {
        return Files.readAllLines(TABLES).stream()
                .filter(line -> line.startsWith("#    http-request"))
                .map(line -> line.substring(1))
                .collect(Collectors.joining("\n"))
                .replace("/etc/haproxy/spillway/class_path.map", CLASSES.toString());
    }

    private String sections(TestBackends backends, String lines) {
        return """
        frontend fe_web
          bind 127.0.0.1:%d
          stats enable
          stats uri /stats
        %s
          http-request deny if { path /forbidden }
          default_backend be
        backend be
        %s
        """
                .formatted(port, lines, backends.servers("weight 100"));
    }

    private static HaproxySource source(RealHaproxy haproxy) {
        var endpoint = Endpoint.parse(haproxy.unix(), null);
        return new HaproxySource("lb-1", new RuntimeClient(endpoint, Duration.ofSeconds(3), false));
    }

    /// @param agent the header's line, empty for none
    private void ask(String from, String path, String agent, int times) throws IOException {
        byte[] request =
                ("GET " + path + " HTTP/1.0\r\n" + (agent.isEmpty() ? "" : agent + "\r\n") + "\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            try (var socket = new Socket()) {
                socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                socket.getOutputStream().write(request);
                socket.getInputStream().readAllBytes();
            }
        }
    }

    private static List<KeyRate> of(SourceReport report, Dimension dimension) {
        return report.keys().stream().filter(k -> k.dimension() == dimension).toList();
    }

    private static KeyRate one(SourceReport report, Dimension dimension, String key) {
        return of(report, dimension).stream()
                .filter(k -> k.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " in " + report.keys()));
    }

    @Test
    void sourcesAgentsAndClassesAreTold() throws Exception {
        try (var backends = TestBackends.start(1, 8);
                var haproxy = RealHaproxy.start(dir, sections(backends, lines()), List.of(TABLES));
                var source = source(haproxy)) {
            assertThat(source.poll(T).keys()).isEmpty();
            ask("127.0.0.2", "/search?q=1", "User-Agent: Crawler/1.0 (+http://x; a=\"b\\c\")", 30);
            ask("127.0.0.3", "/checkout", "User-Agent: Fön/2", 10);
            ask("127.0.0.4", "/", "", 5);
            ask("127.0.0.5", "/", "User-Agent: once", 1);
            ask("127.0.0.6", "/forbidden", "User-Agent: nosy", 4);
            backends.get(0).status(404);
            ask("127.0.0.3", "/checkout", "User-Agent: Fön/2", 6);
            backends.get(0).status(500);
            ask("127.0.0.4", "/", "", 3);
            SourceReport report = source.poll(T.plusSeconds(5));

            assertThat(report.message()).isEmpty();
            assertThat(of(report, Dimension.SOURCE))
                    .extracting(KeyRate::key)
                    .containsExactly("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.6");
            assertRates(one(report, Dimension.SOURCE, "127.0.0.2"), 3, 0, 0);
            assertRates(one(report, Dimension.SOURCE, "127.0.0.3"), 1.6, 0.6, 0);
            assertRates(one(report, Dimension.SOURCE, "127.0.0.4"), 0.8, 0, 0.3);
            assertThat(of(report, Dimension.USER_AGENT))
                    .extracting(KeyRate::key)
                    .containsExactly("Crawler/1.0 (+http://x; a=\"b\\c\")", "Fön/2", "-", "nosy");
            assertRates(one(report, Dimension.REQUEST_CLASS, "3"), 3, 0, 0);
            assertRates(one(report, Dimension.REQUEST_CLASS, "1"), 1.6, 0.6, 0);
            assertRates(one(report, Dimension.REQUEST_CLASS, "2"), 1.3, 0.4, 0.3);

            KeyRate frontend = one(report, Dimension.FRONTEND, "fe_web");
            assertThat(frontend.requests()).isCloseTo(59 / 5f, within(1.5f));
            assertThat(frontend.clientErrors()).isCloseTo(10 / 5f, within(0.5f));
            assertThat(frontend.serverErrors()).isCloseTo(3 / 5f, within(0.2f));
            assertThat(frontend.refused()).isCloseTo(4 / 5f, within(0.2f));

            // Tables are read every five seconds, and what they said holds until then.
            ask("127.0.0.7", "/", "User-Agent: late", 5);
            SourceReport soon = source.poll(T.plusSeconds(6));
            assertThat(of(soon, Dimension.SOURCE)).isEqualTo(of(report, Dimension.SOURCE));
            assertThat(of(source.poll(T.plusSeconds(10)), Dimension.SOURCE))
                    .extracting(KeyRate::key)
                    .contains("127.0.0.7");
        }
    }

    private static void assertRates(KeyRate rate, double requests, double client, double server) {
        assertThat(rate.requests()).isCloseTo((float) requests, within(0.01f));
        assertThat(rate.clientErrors()).isCloseTo((float) client, within(0.01f));
        assertThat(rate.serverErrors()).isCloseTo((float) server, within(0.01f));
        assertThat(rate.refused()).isNaN();
    }

    @Test
    void theManualHasTheSameLines() throws Exception {
        String manual = Files.readString(Path.of("docs/haproxy.md"));
        String wanted =
                Files.readAllLines(TABLES).stream()
                        .filter(line -> line.startsWith("#    http-request"))
                        .map(line -> "   " + line.substring(1) + "\n")
                        .collect(Collectors.joining());
        assertThat(manual).contains("   ```\n" + wanted + "   ```\n");
    }

    @Test
    void onlyTheBusiestFiftyAreTold() throws Exception {
        try (var backends = TestBackends.start(1, 8);
                var haproxy = RealHaproxy.start(dir, sections(backends, lines()), List.of(TABLES));
                var source = source(haproxy)) {
            for (int i = 1; i <= 60; i++) {
                ask("127.0.3." + i, "/", "", i <= 50 ? 3 : 2);
            }
            List<KeyRate> told = of(source.poll(T), Dimension.SOURCE);
            assertThat(told).hasSize(50).allMatch(k -> k.requests() == 0.3f);
        }
    }

    @Test
    void withoutTablesFrontendsAloneAreTold() throws Exception {
        try (var backends = TestBackends.start(1, 8);
                var haproxy = RealHaproxy.start(dir, sections(backends, ""));
                var source = source(haproxy);
                var page =
                        new HaproxyStatsSource(
                                "lb-1",
                                HttpUrl.get("http://127.0.0.1:" + port + "/stats"),
                                new OkHttpClient(),
                                Duration.ofSeconds(3))) {
            source.poll(T);
            page.poll(T);
            ask("127.0.0.2", "/", "", 20);
            SourceReport report = source.poll(T.plusSeconds(5));
            assertThat(report.message()).isEmpty();
            assertThat(report.keys())
                    .extracting(KeyRate::dimension, KeyRate::key)
                    .containsExactly(tuple(Dimension.FRONTEND, "fe_web"));
            SourceReport seen = page.poll(T.plusSeconds(5));
            assertThat(one(seen, Dimension.FRONTEND, "fe_web").requests())
                    .isCloseTo(21 / 5f, within(0.8f));
            haproxy.reload();
            assertThat(source.poll(T.plusSeconds(6)).keys()).isEmpty();
        }
    }

    @Test
    void theShippedFileIsValidBeforeAndAfterTheSitesOwn() throws Exception {
        try (var backends = TestBackends.start(1, 8)) {
            Path site = dir.resolve("site.cfg");
            String defaults =
                    """
                    defaults
                      mode http
                      timeout connect 1s
                      timeout client 9s
                      timeout server 9s
                    """;
            Files.writeString(site, defaults + sections(backends, lines()));
            for (List<Path> files : List.of(List.of(site, TABLES), List.of(TABLES, site))) {
                var check = new ProcessBuilder("haproxy", "-c", "-f", files.get(0).toString());
                check.command().addAll(List.of("-f", files.get(1).toString()));
                Process process = check.redirectErrorStream(true).start();
                String said =
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor()).as(said).isZero();
                assertThat(said).doesNotContain("WARNING").doesNotContain("ALERT");
            }
        }
    }
}
