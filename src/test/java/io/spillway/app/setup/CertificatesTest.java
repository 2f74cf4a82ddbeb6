package io.spillway.app.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.app.setup.Certificates.Made;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir Path home;
    private Path folder = Path.of("");

    private List<Made> make(List<String> servers, String... operators) throws SetupException {
        return make(NOW, servers, operators);
    }

    private List<Made> make(Instant now, List<String> servers, String... operators)
            throws SetupException {
        folder = home.resolve("made");
        return Certificates.make(
                new Certificates.Request(
                        folder,
                        servers.stream().map(HostName::new).toList(),
                        Stream.of(operators).map(OperatorName::new).toList(),
                        YEAR),
                now);
    }

    private X509Certificate certificate(String file) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private X509Certificate client(String operator) throws Exception {
        String password = Files.readString(folder.resolve(operator + ".password")).strip();
        assertThat(password).hasSize(24);
        KeyStore store =
                KeyStore.getInstance(
                        folder.resolve(operator + ".p12").toFile(), password.toCharArray());
        assertThat(store.getKey(operator, password.toCharArray())).isNotNull();
        assertThat(store.getCertificateChain(operator)).hasSize(2);
        return (X509Certificate) store.getCertificate(operator);
    }

    private void assertSigned(X509Certificate certificate, String purpose) throws Exception {
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(certificate("ca.crt"), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
        assertThat(certificate.getBasicConstraints()).isNegative();
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(purpose);
        assertThat(((ECPublicKey) certificate.getPublicKey()).getParams().toString())
                .contains("secp256r1");
    }

    @Test
    void anAuthorityABalancerAndItsOperators() throws Exception {
        List<Made> made = make(List.of("lb-1.example", "10.0.0.5", "fd00::5"), "anna", "ben");
        assertThat(made)
                .extracting(m -> m.file().getFileName().toString())
                .containsExactly(
                        "ca.crt",
                        "ca.key",
                        "lb-1.example.pem",
                        "anna.p12",
                        "anna.password",
                        "ben.p12",
                        "ben.password");
        assertThat(made.getFirst().until()).isEqualTo("2036-11-20T09:00:00Z");
        assertThat(made.get(3).until()).isEqualTo("2027-11-23T09:00:00Z");
        for (Made each : made) {
            assertThat(Files.getPosixFilePermissions(each.file()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.getPosixFilePermissions(folder))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));

        X509Certificate server = certificate("lb-1.example.pem");
        assertSigned(server, "1.3.6.1.5.5.7.3.1");
        assertThat(server.getSubjectAlternativeNames())
                .extracting(n -> n.get(1).toString())
                .containsExactly("lb-1.example", "10.0.0.5", "fd00:0:0:0:0:0:0:5");
        assertThat(folder.resolve("lb-1.example.pem")).content().contains("BEGIN PRIVATE KEY");
        X509Certificate anna = client("anna");
        assertSigned(anna, "1.3.6.1.5.5.7.3.2");
        assertThat(anna.getSubjectX500Principal().getName()).isEqualTo("CN=anna");
        assertThat(client("ben").getSerialNumber()).isNotEqualTo(anna.getSerialNumber());
    }

    @Test
    void theSameAuthoritySignsForWhoComesLater() throws Exception {
        make(List.of("lb-1"));
        byte[] authority = Files.readAllBytes(folder.resolve("ca.crt"));
        List<Made> made = make(List.of("lb-2"), "anna");
        assertThat(made).hasSize(3);
        assertThat(folder.resolve("ca.crt")).hasBinaryContent(authority);
        assertSigned(certificate("lb-2.pem"), "1.3.6.1.5.5.7.3.1");
        assertSigned(client("anna"), "1.3.6.1.5.5.7.3.2");

        List<Made> last = make(NOW.plus(Duration.ofDays(3600)), List.of(), "late");
        assertThat(last.getFirst().until()).as("the authority's").isEqualTo("2036-11-20T09:00:00Z");
        assertThatThrownBy(() -> make(NOW.plus(Duration.ofDays(3700)), List.of(), "later"))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("no authority that can sign now");
    }

    @Test
    void nothingIsOverwrittenAndThenNothingIsMade() throws Exception {
        make(List.of(), "anna");
        byte[] before = Files.readAllBytes(folder.resolve("anna.p12"));
        assertThatThrownBy(() -> make(List.of("lb-1"), "ben", "anna"))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        folder.resolve("anna.p12")
                                + " is there already, and nothing was made: name another folder");
        assertThat(folder.resolve("anna.p12")).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void anAuthorityThatIsNotWholeSignsNothing() throws Exception {
        make(List.of());
        Path other = home.resolve("other");
        Files.move(folder, other);
        make(List.of());
        Files.move(other.resolve("ca.key"), folder.resolve("other.key"));
        Files.delete(folder.resolve("ca.key"));
        assertThatThrownBy(() -> make(List.of(), "anna"))
                .hasMessageStartingWith(folder.resolve("ca.key") + " is missing");
        Files.move(folder.resolve("other.key"), folder.resolve("ca.key"));
        assertThatThrownBy(() -> make(List.of(), "anna"))
                .hasMessageContaining("check that ca.key is the key of ca.crt");
        Files.writeString(folder.resolve("ca.key"), "no key");
        assertThatThrownBy(() -> make(List.of(), "anna")).hasMessageContaining("PKCS #8");
        assertThat(folder.resolve("anna.p12")).doesNotExist();
    }

    @Test
    void namesThatWouldNotDoAreRefused() {
        for (String host : List.of("", "lb_1", "10.0.0", "a b", "lb-1:9443", "-lb", "lb..x")) {
            assertThatThrownBy(() -> new HostName(host))
                    .as(host)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String name : List.of("", "anna b", "../x", "-m", "a}", "x".repeat(65))) {
            assertThatThrownBy(() -> new OperatorName(name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
