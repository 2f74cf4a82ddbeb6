package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines.Outcome;
import io.spillway.app.config.FirstBalancer;
import io.spillway.app.config.FirstConfig;
import io.spillway.app.output.EndpointReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupCommandsTest {
    @TempDir Path home;

    private Outcome run(String... args) {
        return new Session(home).run(args);
    }

    @Test
    void certificatesAreListedWithTheirEndsAndWithoutSecrets() throws Exception {
        String out = home.resolve("made").toString();
        Outcome made =
                run(
                        "setup",
                        "certificates",
                        "--out",
                        out,
                        "--server",
                        "lb-1",
                        "10.0.0.5",
                        "--operator",
                        "anna",
                        "ben",
                        "--days",
                        "30");
        assertThat(made.code()).as(made.err()).isZero();
        String until = Samples.TIME.plusSeconds(30 * 86_400).toString().substring(0, 10);
        assertThat(made.out())
                .contains("VALID UNTIL", "ca.key", "lb-1.pem", "the key store of ben", until);
        String password = Files.readString(home.resolve("made/anna.password")).strip();
        assertThat(made.out() + made.err()).doesNotContain(password);

        Outcome again = run("setup", "certificates", "--out", out, "--operator", "anna");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("is there already, and nothing was made");
    }

    @Test
    void whatCannotBeMeantIsMisuse() {
        String out = home.resolve("made").toString();
        List<List<String>> wrong =
                List.of(
                        List.of("setup"),
                        List.of("setup", "certificates", "--out", out),
                        List.of("setup", "certificates", "--out", out, "--server", "a b"),
                        List.of("setup", "certificates", "--out", out, "--operator", "x", "X"),
                        List.of(
                                "setup",
                                "certificates",
                                "--out",
                                out,
                                "--operator",
                                "x",
                                "--days=0"),
                        List.of("setup", "snippets", "--out", out),
                        List.of("setup", "snippets", "--out", out, "--operator=x", "--listen=9443"),
                        List.of("setup", "snippets", "--out", out, "--operator=x", "--group=a b"),
                        List.of(
                                "setup",
                                "snippets",
                                "--out",
                                out,
                                "--operator=x",
                                "--chroot=/c",
                                "--socket=/run/x.sock"),
                        List.of("setup", "find", "--ca", "ca.crt"),
                        List.of("setup", "find", "--ca", "ca.crt", "--key-store", "a.p12"));
        for (List<String> args : wrong) {
            Outcome outcome = run(args.toArray(String[]::new));
            assertThat(outcome.code()).as("%s", args).isEqualTo(2);
            assertThat(outcome.err()).isNotBlank().doesNotContain("Exception");
        }
        assertThat(home.resolve("made")).doesNotExist();
    }

    @Test
    void snippetsAreNamed() {
        Path out = home.resolve("haproxy");
        Outcome made = run("setup", "snippets", "--out", out.toString(), "--operator", "anna");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out().lines()).contains(out.resolve("spillway-runtime.cfg").toString());
    }

    private static Discovery fleet(boolean reachable) throws Exception {
        FirstConfig config =
                FirstConfig.of(null, FirstBalancer.at("unix:/run/lb.sock", null))
                        .with(List.of("be_web"), FirstConfig.MATCHES.getFirst());
        EndpointReport report =
                new EndpointReport(
                        "lb-1", "unix:/run/lb.sock", reachable, true, true, true, Double.NaN, "");
        return new Discovery(config, Map.of("be_web", 5), List.of(report), List.of("x is silent"));
    }

    @Test
    void whatWasFoundIsShownAndWrittenOnlyWhenAsked() throws Exception {
        Session session = new Session(home);
        session.parts.found = fleet(true);
        Outcome seen = session.run("setup", "find");
        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.out())
                .contains("unix:/run/lb.sock")
                .containsPattern("be_web +be_web +5 +90 % +3 +instance = address");
        Path file = home.resolve(".config/spillway/spillway.yaml");
        assertThat(seen.err()).contains("x is silent", "no Prometheus was found", file.toString());
        assertThat(file).doesNotExist();

        assertThat(session.run("setup", "find", "--write").code()).isZero();
        assertThat(file).content().contains("unix:/run/lb.sock");
        Files.writeString(file, "# mine\n");
        Outcome kept = session.run("setup", "find", "--write");
        assertThat(kept.code()).isEqualTo(1);
        assertThat(kept.err()).contains("is there already, and stays as it is");
        assertThat(file).hasContent("# mine\n");
        Path other = home.resolve("other.yaml");
        session.run("setup", "find", "--write", "--config", other.toString());
        assertThat(other).exists();
    }

    @Test
    void limitAndWallAreWrittenWithComments() throws Exception {
        FirstConfig said =
                FirstConfig.of("", "unix:/x.sock", null)
                        .with(List.of("be_web"), FirstConfig.MATCHES.getFirst())
                        .with(new FirstConfig.Wishes(0.85, 5, 55));
        assertThat(said.text())
                .contains("    # Above it a server counts as overloaded.\n    cpuLimit: 85%\n")
                .endsWith("# spillway wall --metres 5 --inches 55\n");
        assertThat(new Session(home).run("setup", "find", "--metres", "5").err())
                .contains("--metres and --inches belong together");
    }

    @Test
    void nothingIsWrittenOfWhatDoesNotAnswer() throws Exception {
        Session session = new Session(home);
        Outcome none = session.run("setup", "find", "--write");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("no HAProxy that holds servers was found");
        session.parts.found = fleet(false);
        assertThat(session.run("setup", "find", "--write").code()).isEqualTo(1);
        assertThat(home.resolve(".config/spillway/spillway.yaml")).doesNotExist();
    }
}
