package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.spillway.source.SourceException;
import io.spillway.testing.RealProcess;
import io.spillway.testing.RealPrometheus;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.Login;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Basic authentication and TLS with a real Prometheus that asks for both, a bearer token with a
/// real HAProxy in front of one.
class CredentialsTest {
    private static final String SECRET = "s3cret-word";

    /// `s3cret-word`, by bcrypt at its lowest cost.
    private static final String HASH =
            "$2b$04$abcdefghijklmnopqrstuuzQDw2v3CQSMowG.sq3X.nH1lfmlmQMW";

    @TempDir Path folder;

    @Test
    void passwordAndOwnCa() throws Exception {
        certificate("prom", "IP:127.0.0.1");
        certificate("other", "IP:127.0.0.1");
        Path web = folder.resolve("web.yml");
        Files.writeString(
                web,
                """
                tls_server_config: {cert_file: %1$s/prom.pem, key_file: %1$s/prom.key}
                basic_auth_users: {spillway: '%2$s'}
                """
                        .formatted(folder, HASH));
        try (var prometheus =
                RealPrometheus.start(RealPrometheus.config("1s"), "--web.config.file=" + web)) {
            String url = prometheus.url().replace("http:", "https:");
            Path ca = folder.resolve("prom.pem");
            Login right = new Login.Basic("spillway", SECRET);
            assertThat(failure(url, right, ca)).isEmpty();
            assertThat(failure(url, new Login.Basic("spillway", "wrong-word"), ca))
                    .contains("does not accept the credentials (401): correct `username`")
                    .doesNotContain("wrong-word");
            assertThat(failure(url, Login.none(), ca)).contains("asks for credentials (401)");
            assertThat(failure(url, right, folder.resolve("other.pem")))
                    .contains("a certificate of a CA that is not trusted: name its CA's PEM file");
            assertThat(failure(url, right, null)).contains("a CA that is not trusted");
            assertThat(failure(url.replace("127.0.0.1", "localhost"), right, ca))
                    .contains("shows a certificate for another name");
            assertThat(failure(prometheus.url(), right, null))
                    .contains("speaks TLS: write the address with https://");
        }
    }

    @Test
    void bearerToken() throws Exception {
        int port = RealProcess.freePort();
        try (var prometheus = RealPrometheus.start(RealPrometheus.config("1s"));
                var gate = gate(port, prometheus.port())) {
            String url = "http://127.0.0.1:" + port;
            await("the token is taken; " + gate.printed())
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> failure(url, new Login.Bearer(SECRET), null).isEmpty());
            assertThat(failure(url, new Login.Bearer("wrong-word"), null))
                    .contains("does not accept the credentials (401)")
                    .doesNotContain("wrong-word");
            assertThat(failure(url, Login.none(), null)).contains("asks for credentials (401)");
        }
    }

    @Test
    void aCaFileThatIsOfNoUseIsNamed() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        assertThatThrownBy(() -> failure("https://127.0.0.1:1", Login.none(), empty))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("empty.pem holds no certificate: it must be PEM");
        assertThatThrownBy(() -> failure("https://127.0.0.1:1", Login.none(), text))
                .hasMessageContaining("text.pem holds no certificate");
        Path gone = folder.resolve("gone.pem");
        assertThatThrownBy(() -> failure("https://127.0.0.1:1", Login.none(), gone))
                .hasMessageContaining("gone.pem does not exist: correct `ca`");
    }

    @Test
    void secretsAreNeverText() {
        Login basic = new Login.Basic("spillway", SECRET);
        Login bearer = new Login.Bearer(SECRET);
        for (Login login : List.of(basic, bearer)) {
            assertThat(login.toString()).doesNotContain(SECRET);
            HttpAccess access = new HttpAccess(login, null, Duration.ofSeconds(1));
            assertThat(
                            new PrometheusSettings(
                                            "m", URI.create("http://h:1"), access, false, Map.of())
                                    .toString())
                    .doesNotContain(SECRET);
        }
        assertThatThrownBy(() -> new Login.Bearer(SECRET + "\n"))
                .hasMessageContaining("line break")
                .message()
                .doesNotContain(SECRET);
        for (String url :
                List.of("http://u:" + SECRET + "@h:1", "h:1", "ftp://h", "http://h?x=1")) {
            HttpAccess access = new HttpAccess(basic, null, Duration.ofSeconds(1));
            assertThatThrownBy(() ->
                            new PrometheusSettings("m", URI.create(url), access, false, Map.of()))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain(SECRET);
        }
    }

    private static String failure(String url, Login login, @Nullable Path ca) throws Exception {
        HttpAccess access = new HttpAccess(login, ca, Duration.ofSeconds(5));
        try (var sources = Sources.at(url, access, Map.of())) {
            return sources.failure();
        }
    }

    private RealProcess gate(int port, int behind) throws IOException {
        Path here = RealProcess.newFolder("gate");
        Files.writeString(
                here.resolve("haproxy.cfg"),
                """
                defaults
                    mode http
                    timeout client 10s
                    timeout server 10s
                    timeout connect 1s
                listen gate
                    bind 127.0.0.1:%d
                    http-request deny deny_status 401 unless { req.hdr(Authorization) "Bearer %s" }
                    server prometheus 127.0.0.1:%d
                """
                        .formatted(port, SECRET, behind));
        return RealProcess.start(here, List.of("/usr/sbin/haproxy", "-db", "-f", "haproxy.cfg"));
    }

    /// A certificate that signs itself, and its key.
    private void certificate(String name, String subject) throws Exception {
        Process openssl =
                new ProcessBuilder(
                                "openssl",
                                "req",
                                "-x509",
                                "-newkey",
                                "ec",
                                "-pkeyopt",
                                "ec_paramgen_curve:prime256v1",
                                "-nodes",
                                "-days",
                                "2",
                                "-subj",
                                "/CN=" + name,
                                "-addext",
                                "subjectAltName=" + subject,
                                "-keyout",
                                name + ".key",
                                "-out",
                                name + ".pem")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start();
        assertThat(openssl.waitFor()).as(name).isZero();
    }
}
