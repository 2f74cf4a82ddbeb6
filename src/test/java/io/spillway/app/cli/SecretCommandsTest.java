package io.spillway.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines.Outcome;
import io.spillway.app.config.BalancerConfig;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets that are kept, and what the configuration makes of them; in the encrypted file.
class SecretCommandsTest {
    private static final String VALUE = "hunter2 of the metrics";

    @TempDir Path home;
    private Session session;

    @BeforeEach
    void configure() throws Exception {
        session = Session.configured(home);
        Files.writeString(
                session.folders.configuration(),
                """
                balancers:
                  - name: lb-1
                    stats: http://lb:9/;csv
                    username: spillway
                    # password: {env: OLD_PASSWORD}
                    password: {env: STATS_PASSWORD}
                pools: [{name: web}]
                """);
    }

    private Outcome set(String name, String input) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
        try {
            return session.run("secret", "set", name, "--secret-stdin");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void whatIsKeptServesTheConfigurationAndIsNeverShown() throws Exception {
        assertThat(session.run("check").err())
                .contains("secret STATS_PASSWORD is missing")
                .contains("write spillway secret set STATS_PASSWORD, or before")
                .doesNotContain("OLD_PASSWORD");
        Outcome set = set("STATS_PASSWORD", VALUE + "\nmore\n");
        assertThat(set.err())
                .contains("kept STATS_PASSWORD in the encrypted file " + home)
                .doesNotContain("hunter2");
        Outcome check = session.run("check");
        assertThat(check.code()).isZero();
        assertThat(check.err())
                .contains("secret STATS_PASSWORD comes from the encrypted file")
                .doesNotContain("hunter2");
        var balancer =
                (BalancerConfig.StatsPage)
                        Objects.requireNonNull(session.parts.setups.getLast().config())
                                .balancers()
                                .getFirst();
        assertThat(balancer.login()).asString().contains("***").doesNotContain("hunter2");
        assertThat(session.run("secret", "list").out())
                .containsPattern("STATS_PASSWORD +the encrypted file")
                .doesNotContain("hunter2");
        session.environment.put("STATS_PASSWORD", "of the environment");
        assertThat(session.run("doctor").out())
                .containsPattern("secret +ok +STATS_PASSWORD comes from the environment\n");
        assertThat(set("STATS_PASSWORD", VALUE).err()).contains("is set too, and comes first");
        session.environment.clear();
        assertThat(session.run("secret", "remove", "STATS_PASSWORD").code()).isZero();
        assertThat(session.run("secret", "remove", "STATS_PASSWORD").err())
                .contains("no secret STATS_PASSWORD is kept");
        assertThat(session.run("doctor").out())
                .containsPattern("secret +FAIL +STATS_PASSWORD is missing");
    }

    @Test
    void theBundleHoldsNoKeptSecret() throws Exception {
        set("STATS_PASSWORD", VALUE);
        Path state = Files.createDirectory(home.resolve("state"));
        Files.writeString(state.resolve("spillway.log"), "asked with " + VALUE + " today\n");
        Path bundle = home.resolve("support.zip");
        session.run("doctor", "--bundle", bundle.toString(), "--state", state.toString());
        try (var zip = new ZipFile(bundle.toFile())) {
            byte[] log = zip.getInputStream(zip.getEntry("spillway.log")).readAllBytes();
            assertThat(new String(log, UTF_8)).contains("asked with ***");
            assertThat(zip.stream().map(Object::toString)).noneMatch(n -> n.contains("secrets"));
        }
    }

    @Test
    void whatIsOfNoUseIsRefused() throws Exception {
        assertThat(set("2-bad", VALUE).code()).isEqualTo(2);
        assertThat(set("EMPTY", "\n").err()).contains("no secret was given");
        assertThat(session.run("secret", "set", "PROM").err())
                .contains("there is no terminal to ask for the secret");
        assertThat(session.run("secret", "list").out()).isEqualTo("no secret is kept\n");
        set("STATS_PASSWORD", VALUE);
        Path file = session.folders.configuration().resolveSibling("secrets.json");
        Files.writeString(file, "scrambled");
        for (Outcome outcome :
                List.of(
                        set("STATS_PASSWORD", "new"),
                        session.run("secret", "list"),
                        session.run("secret", "remove", "STATS_PASSWORD"),
                        session.run("check"))) {
            assertThat(outcome.code()).isNotZero();
            assertThat(outcome.err())
                    .contains("are damaged")
                    .doesNotContain("Exception", "hunter2");
        }
        assertThat(file).hasContent("scrambled");
    }
}
