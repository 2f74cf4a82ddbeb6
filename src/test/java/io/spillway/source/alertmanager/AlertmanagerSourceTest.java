package io.spillway.source.alertmanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.Alert;
import io.spillway.source.SourceException;
import io.spillway.testing.Misbehaver;
import io.spillway.testing.RealAlertmanager;
import io.spillway.testing.RealProcess;
import io.spillway.wire.alertmanager.AlertmanagerClient;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerSourceTest {
    private static final String INHIBITING =
            """
            route: {receiver: nobody}
            receivers: [{name: nobody}]
            inhibit_rules:
              - source_matchers: [alertname = RoomDown]
                target_matchers: [alertname = Hot]
            """;

    private final HttpClients clients = new HttpClients();
    private Instant now = InstantSource.system().instant();

    @AfterEach
    void close() {
        clients.close();
    }

    private AlertmanagerSource source(String url, Login login, int millis) throws Exception {
        HttpAccess access = new HttpAccess(login, null, Duration.ofMillis(millis));
        return new AlertmanagerSource(
                "alerts", new AlertmanagerClient(URI.create(url), access, clients));
    }

    private List<Alert> poll(AlertmanagerSource source) throws SourceException {
        now = now.plusSeconds(6);
        return Objects.requireNonNull(source.poll(now).alerts());
    }

    private String failure(AlertmanagerSource source) {
        try {
            poll(source);
            return "";
        } catch (SourceException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void alertsComeWithTheirSilencesAndWhatInhibitsThem() throws Exception {
        try (var server = RealAlertmanager.start(RealProcess.newFolder("am"), INHIBITING);
                var source = source(server.url(), Login.none(), 5000)) {
            assertThat(poll(source)).isEmpty();
            server.raise("{\"alertname\":\"Hot\",\"severity\":\"page\",\"zone\":\"a\"}");
            server.raise("{\"alertname\":\"RoomDown\"}");
            server.silence("RoomDown", now, now.plusSeconds(600), "ops-2", "known");
            List<Alert> alerts =
                    await().until(
                                    () -> poll(source),
                                    all ->
                                            all.size() == 2
                                                    && all.stream()
                                                            .noneMatch(a -> quiet(a).isEmpty()));
            assertThat(alerts).allMatch(a -> a.source().equals("alerts"));
            assertThat(alerts)
                    .flatExtracting(AlertmanagerSourceTest::quiet)
                    .containsExactlyInAnyOrder("RoomDown", "ops-2 known");
            assertThat(alerts)
                    .filteredOn(a -> a.name().equals("Hot"))
                    .extracting(Alert::severity)
                    .containsExactly("page");
        }
    }

    private static List<String> quiet(Alert alert) {
        return alert.silences().isEmpty()
                ? alert.inhibitors()
                : alert.silences().stream().map(s -> s.author() + " " + s.reason()).toList();
    }

    @Test
    void itIsAskedSeldomUnlessItFailed() throws Exception {
        try (var server = RealAlertmanager.start();
                var source = source(server.url(), Login.none(), 1000)) {
            assertThat(poll(source)).isEmpty();
            server.kill();
            assertThat(source.poll(now.plusSeconds(4)).alerts()).isEmpty();
            assertThat(failure(source))
                    .isEqualTo(
                            "Alertmanager at %s refuses connections: start it, or correct the address."
                                    .formatted(server.url()));
            server.restart();
            assertThat(source.poll(now).alerts()).isEmpty();
            server.pause();
            assertThat(failure(source)).contains("did not answer within 1000 ms");
            server.resume();
            assertThat(source.poll(now).alerts()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 Oops | text/plain | disk full | failed with status 500 (disk full): see its log",
                "400 Bad | application/json | '\"bad matcher\"' | failed with status 400 (bad matcher)",
                "200 OK | text/html | <html>Sign in</html> | not JSON: correct the address",
                "200 OK | application/json | '{\"hello\":1}' | JSON that is not its API's",
                "200 OK | application/json | '[1]' | JSON that is not its API's",
                "200 OK | application/json | '[{\"labels' | not JSON",
                "200 OK | application/json | '' | JSON that is not its API's",
                "404 Not Found | text/plain | no page | no API of version 2 there (404)",
                "401 No | text/plain | go away | asks for credentials (401): add `username`",
                "403 No | text/plain | go away | forbids this (403)",
                "302 Found | text/plain | moved | redirects elsewhere (302)",
                "400 Bad | text/plain | Client sent an HTTP request to an HTTPS server. | speaks TLS",
            })
    void saysWhatIsWrong(String status, String type, String body, String sentence)
            throws Exception {
        try (var server = Misbehaver.answering(status, type, body);
                var source = source(server.url(), Login.none(), 5000)) {
            assertThat(failure(source))
                    .startsWith("Alertmanager at " + server.url() + " ")
                    .contains(sentence.strip())
                    .endsWith(".");
        }
    }

    @Test
    void credentialsAreSentAndNeverTold() throws Exception {
        try (var server =
                        Misbehaver.answering((request, out) ->
                                out.write(
                                        request.contains("Authorization: Bearer hunter2")
                                                ? Misbehaver.response("401 No", "text/plain", "no")
                                                : Misbehaver.response(
                                                        "500 No", "text/plain", "")));
                var source = source(server.url(), new Login.Bearer("hunter2"), 5000)) {
            assertThat(failure(source))
                    .contains("does not accept the credentials (401)")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void aFloodIsRefused() throws Exception {
        byte[] much = "{},".repeat(1 << 20).getBytes(UTF_8);
        try (var server =
                        Misbehaver.answering((_, out) -> {
                            out.write("HTTP/1.1 200 OK\r\n\r\n[".getBytes(UTF_8));
                            for (int i = 0; i < 20; i++) {
                                out.write(much);
                            }
                        });
                var source = source(server.url(), Login.none(), 20_000)) {
            assertThat(failure(source)).contains("answered more than 32 MB");
        }
    }
}
