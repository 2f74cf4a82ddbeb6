package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines.Outcome;
import io.spillway.app.output.EndpointReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    private static final EndpointReport WELL =
            new EndpointReport("lb-1", "tcp://lb:9", true, true, true, true, 0.2, "");

    @TempDir Path home;
    private Session session;

    @BeforeEach
    void prepare() throws IOException {
        session = Session.configured(home);
    }

    @Test
    void everythingIsLookedAt() {
        session.parts.reports.add(WELL);
        Outcome outcome = session.run("doctor");
        assertThat(outcome.out())
                .containsPattern("configuration +ok +.*spillway.yaml has no mistakes\n")
                .containsPattern("machine +ok +Java ")
                .containsPattern("memory +ok ")
                .containsPattern("display +note +no display")
                .containsPattern("fonts +ok ")
                .containsPattern("sound ")
                .containsPattern("disk +ok ")
                .containsPattern("journal +ok +none yet\n")
                .containsPattern("desk +ok +none runs there\n")
                .containsPattern("endpoint +ok +lb-1 at tcp://lb:9, clock \\+0.2 s\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void anEndpointThatFailsIsAFailure() {
        session.parts.reports.add(
                new EndpointReport(
                        "lb-1", "tcp://lb:9", false, false, null, null, Double.NaN, "refused"));
        Outcome outcome = session.run("doctor", "--json");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith("[")
                .contains("\"verdict\" : \"fail\"", "lb-1 at tcp://lb:9: refused");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void mistakesOfTheConfigurationAreFindings() throws IOException {
        Files.writeString(session.folders.configuration(), "pols: []\n");
        Outcome outcome = session.run("doctor");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).containsPattern("configuration +FAIL +.*yaml:1: ");
    }

    @Test
    void nothingConfiguredIsNoFailure() throws IOException {
        Files.delete(session.folders.configuration());
        Outcome outcome = session.run("doctor");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).containsPattern("configuration +note +nothing is configured");
    }

    @Test
    void theBundleHoldsNoSecret() throws IOException {
        session.environment.put("METRICS_KEY", "hunter2");
        Files.writeString(
                session.folders.configuration(),
                """
                sources:
                  - name: metrics
                    address: http://metrics:9090
                    bearer: {env: METRICS_KEY}
                balancers: [{name: lb-1, address: tcp://lb:9}]
                pools: [{name: web}]
                """);
        session.parts.reports.add(
                new EndpointReport(
                        "metrics",
                        "http://metrics:9090",
                        true,
                        false,
                        null,
                        null,
                        Double.NaN,
                        "401 for hunter2"));
        Path state = home.resolve("state");
        Files.createDirectory(state);
        Files.writeString(state.resolve("spillway.log"), "asked with hunter2\n");
        Path bundle = home.resolve("support.zip");
        Outcome outcome =
                session.run("doctor", "--bundle", bundle.toString(), "--state", state.toString());
        assertThat(outcome.err()).contains("wrote " + bundle);
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("doctor.json", "spillway.yaml", "spillway.log");
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .as(entry.getName())
                        .doesNotContain("hunter2");
            }
        }
        assertThat(session.run("doctor", "--bundle", bundle.toString()).err())
                .contains("is there already");
    }
}
