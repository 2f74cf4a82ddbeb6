package io.spillway.wire.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.TestCertificates;
import io.spillway.wire.haproxy.WireException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The configuration that ships in `packaging/haproxy`, with certificates made by openssl: it works
/// with the right ones, and every wrong one has a sentence of its own.
class MutualTlsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @TempDir private Path dir;

    private final int port = FreePorts.one();
    private final String at = "tls://127.0.0.1:" + port;
    private @Nullable RealHaproxy haproxy;
    private Path ca = Path.of("");
    private Path otherCa = Path.of("");

    @BeforeEach
    void start() throws IOException {
        var certificates = new TestCertificates(dir);
        ca = certificates.ca("ca");
        otherCa = certificates.ca("other");
        Path server = certificates.server("ca", "server", "IP:127.0.0.1,DNS:lb-1");
        String sections =
                Files.readString(Path.of("packaging/haproxy/spillway-runtime.cfg"))
                        .replace(" group spillway", "")
                        .replace("bind :9443", "bind 127.0.0.1:" + port)
                        .replace("/etc/haproxy/spillway/server.pem", server.toString())
                        .replace("/etc/haproxy/spillway/ca.crt", ca.toString())
                        .replace("/run/haproxy", dir.toString())
                        .replace("/var/lib/haproxy", dir.toString());
        haproxy =
                RealHaproxy.start(
                        dir,
                        sections
                                + "backend be\n  balance roundrobin\n"
                                + "  server s1 127.0.0.1:9 weight 100\n");
    }

    @AfterEach
    void stop() {
        if (haproxy != null) {
            haproxy.close();
        }
    }

    private Path client(String authority, String name, int days) {
        return new TestCertificates(dir).client(authority, name, name, days);
    }

    private static ClientTls keys(@Nullable Path store, Path ca, @Nullable String name)
            throws WireException {
        return ClientTls.load(store, TestCertificates.PASSWORD.toCharArray(), ca, name);
    }

    private WireException failure(ClientTls keys) {
        return TroubleTest.failure(Endpoint.parse(at, keys), DEADLINE);
    }

    @Test
    void theRightCertificateReadsAndWrites() throws WireException {
        var keys = keys(client("ca", "spillway", 2), ca, null);
        try (var client = new RuntimeClient(Endpoint.parse(at, keys), DEADLINE, false)) {
            assertThat(client.execute(Command.showCliLevel()))
                    .isEqualTo(new Answer.Notice("admin"));
            var weights =
                    IntStream.range(0, 1000)
                            .mapToObj(i -> Command.setWeight("be", "s1", i % 257))
                            .toList();
            assertThat(client.execute(weights)).containsOnly(new Answer.Done());
            var states = (Answer.Data) client.execute(Command.showServersState("be"));
            assertThat(ServerState.parse(states.text()).getFirst().weight()).isEqualTo(999 % 257);
            var all = (Answer.Data) client.execute(Command.showServersState());
            assertThat(ServerState.parse(all.text()))
                    .filteredOn(ServerState::internal)
                    .extracting(ServerState::server)
                    .containsExactly("cli");
        }
    }

    @Test
    void anotherServerNameThanTheHostCanBeExpected() throws WireException {
        assertThat(failure(keys(client("ca", "spillway", 2), ca, "lb-1"))).isNull();
    }

    @Test
    void noClientCertificate() throws WireException {
        assertThat(failure(keys(null, ca, null)))
                .hasMessage(
                        at
                                + " asks for a client certificate and none is configured; give this"
                                + " balancer a client key store.")
                .extracting(WireException::kind)
                .isEqualTo(Kind.NO_CLIENT_CERTIFICATE);
    }

    @Test
    void aClientCertificateOfAnotherCa() throws WireException {
        assertThat(failure(keys(client("other", "spillway", 2), ca, null)))
                .hasMessage(
                        at
                                + " does not accept the client certificate of CN=spillway: its CA"
                                + " did not issue it; use a certificate of the CA that the"
                                + " listener's ca-file names.")
                .extracting(WireException::kind)
                .isEqualTo(Kind.CLIENT_CERTIFICATE);
    }

    @Test
    void aClientCertificateThatHasExpired() throws WireException {
        assertThat(failure(keys(client("ca", "spillway", -1), ca, null)))
                .hasMessageContaining("client certificate of CN=spillway: it is out of date")
                .extracting(WireException::kind)
                .isEqualTo(Kind.CLIENT_CERTIFICATE);
    }

    @Test
    void aClientNameThatIsNotAllowed() throws WireException {
        for (int i = 0; i < 20; i++) {
            assertThat(failure(keys(client("ca", "intruder", 2), ca, null)))
                    .hasMessage(
                            at
                                    + " accepted the certificate of CN=intruder and then closed"
                                    + " without a word: the listener most likely does not allow"
                                    + " this name; allow it there, or use another certificate.")
                    .extracting(WireException::kind)
                    .isEqualTo(Kind.CLIENT_NAME);
        }
    }

    @Test
    void everyFailureIsToldTheSameEachTime() throws WireException {
        var kinds = new TreeMap<Kind, Integer>();
        var none = keys(null, ca, null);
        var other = keys(client("other", "spillway", 2), ca, null);
        var old = keys(client("ca", "late", -1), ca, null);
        for (int i = 0; i < 20; i++) {
            for (ClientTls each : List.of(none, other, old)) {
                kinds.merge(failure(each).kind(), 1, Integer::sum);
            }
        }
        assertThat(kinds)
                .isEqualTo(Map.of(Kind.NO_CLIENT_CERTIFICATE, 20, Kind.CLIENT_CERTIFICATE, 40));
    }

    @Test
    void aServerCertificateOfAnotherCa() throws WireException {
        assertThat(failure(keys(client("ca", "spillway", 2), otherCa, null)))
                .hasMessage(
                        at
                                + " cannot be trusted: its certificate was issued by CN=ca, which the"
                                + " configured CA file does not vouch for; check that this is the"
                                + " right machine, then correct the CA file or the certificate.")
                .extracting(WireException::kind)
                .isEqualTo(Kind.SERVER_CERTIFICATE);
    }

    @Test
    void aServerNameThatDoesNotMatch() throws WireException {
        assertThat(failure(keys(client("ca", "spillway", 2), ca, "lb-2")))
                .hasMessage(
                        at
                                + " cannot be trusted: its certificate is for 127.0.0.1, lb-1, not"
                                + " for lb-2; correct the address or the expected server name.")
                .extracting(WireException::kind)
                .isEqualTo(Kind.SERVER_NAME);
    }

    @Test
    void plainTextToTheTlsPort() {
        String plain = "tcp://127.0.0.1:" + port;
        assertThat(TroubleTest.failure(Endpoint.parse(plain, null), DEADLINE))
                .hasMessage(
                        plain
                                + " closed the connection without a word when spoken to in plain"
                                + " text: it is most likely a TLS port; write tls:// instead of"
                                + " tcp://.")
                .extracting(WireException::kind)
                .isEqualTo(Kind.TLS_PORT);
    }

    @Test
    void tlsToThePlainPort() throws WireException {
        if (haproxy == null) {
            throw new IllegalStateException();
        }
        String wrong = "tls://127.0.0.1:" + haproxy.port();
        var keys = keys(client("ca", "spillway", 2), ca, null);
        assertThat(TroubleTest.failure(Endpoint.parse(wrong, keys), DEADLINE))
                .hasMessage(
                        wrong
                                + " does not speak TLS: it is most likely a plain port; write"
                                + " tcp:// instead of tls://, or the port of the TLS listener.")
                .extracting(WireException::kind)
                .isEqualTo(Kind.PLAIN_PORT);
    }

    @Test
    void theProcessHangsInTheHandshake() throws WireException {
        if (haproxy == null) {
            throw new IllegalStateException();
        }
        var keys = keys(client("ca", "spillway", 2), ca, null);
        haproxy.freeze();
        assertThat(TroubleTest.failure(Endpoint.parse(at, keys), Duration.ofMillis(700)))
                .hasMessageContaining("did not answer the TLS handshake within 0.7 s")
                .extracting(WireException::kind)
                .isEqualTo(Kind.DEADLINE);
    }

    @Test
    void aReloadIsFollowedThroughTheListener() throws WireException {
        if (haproxy == null) {
            throw new IllegalStateException();
        }
        var keys = keys(client("ca", "spillway", 2), ca, null);
        try (var client = new RuntimeClient(Endpoint.parse(at, keys), DEADLINE, false)) {
            client.info();
            haproxy.reload();
            assertThat(client.info().pid()).isEqualTo(haproxy.pid());
        }
    }

    @Test
    void filesThatCannotBeUsedAreNamed() throws IOException {
        Path store = client("ca", "spillway", 2);
        Path text = Files.writeString(dir.resolve("text.pem"), "hello\n");
        assertThat(load(dir.resolve("no.p12"), "x", ca))
                .endsWith("there is no such key store; correct the path.");
        assertThat(load(store, "wrong", ca))
                .isEqualTo(store + ": the password of the key store is wrong.");
        assertThat(load(text, "x", ca))
                .endsWith("the key store cannot be read; it must be PKCS #12 (.p12) or JKS.");
        assertThat(load(store, TestCertificates.PASSWORD, text))
                .isEqualTo(text + ": the CA file holds no PEM certificate; export the CA as PEM.");
        assertThat(load(store, TestCertificates.PASSWORD, dir.resolve("no.crt")))
                .endsWith("no.crt: there is no such CA file; correct the path.");
    }

    private static String load(Path store, String password, Path ca) {
        var e =
                catchThrowableOfType(
                        WireException.class,
                        () -> ClientTls.load(store, password.toCharArray(), ca, null));
        assertThat(e.kind()).isEqualTo(Kind.KEYS);
        return String.valueOf(e.getMessage());
    }
}
