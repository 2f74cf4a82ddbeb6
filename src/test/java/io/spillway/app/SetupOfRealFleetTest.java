package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.Context;
import io.spillway.app.cli.Folders;
import io.spillway.app.cli.Pause;
import io.spillway.app.cli.SpillwayCommand;
import io.spillway.fleet.Metric;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.RealPrometheus;
import io.spillway.ui.FxToolkit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// From nothing to a fleet that is watched and moved: certificates and snippets are made, a real
/// HAProxy runs with them, it and a real Prometheus are found, and it is proved on one server that
/// it moves and comes back, all over mutual TLS; then the same by mouse and keyboard.
@ExtendWith(FxToolkit.class)
class SetupOfRealFleetTest {
    private static final String BACKEND =
            """
            backend be_web
              balance roundrobin
              server web-1 127.0.0.2:9 weight 100
              server web-2 127.0.0.3:9 weight 100
              server web-3 127.0.0.4:9 weight 100
            """;

    @TempDir Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final int port = FreePorts.one();

    private String run(String... args) {
        Cli.Ran ran = ran(args);
        assertThat(ran.code())
                .as("%s%n%s%n%s", String.join(" ", args), ran.out(), ran.err())
                .isZero();
        return ran.out();
    }

    private Cli.Ran ran(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Folders folders = new Folders("Linux", home, environment::get);
        int code =
                SpillwayCommand.run(
                        new Context(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                environment::get,
                                Pause::real,
                                folders,
                                new AppGraph(folders)),
                        args);
        return new Cli.Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// The balancer's folder, as an administrator fills it.
    private List<Path> snippets(Path made) throws IOException {
        Path balancer = Files.createDirectory(home.resolve("balancer"));
        Path written = home.resolve("snippets");
        run(
                "setup",
                "certificates",
                "--out",
                made.toString(),
                "--server",
                "127.0.0.1",
                "--operator",
                "anna",
                "eve");
        run(
                "setup",
                "snippets",
                "--out",
                written.toString(),
                "--operator",
                "anna",
                "ben",
                "--listen",
                "127.0.0.1:" + port,
                "--folder",
                balancer.toString(),
                "--socket",
                balancer.resolve("spillway.sock").toString(),
                "--group",
                Files.getAttribute(home, "posix:group").toString());
        Files.copy(made.resolve("127.0.0.1.pem"), balancer.resolve("server.pem"));
        Files.copy(made.resolve("ca.crt"), balancer.resolve("ca.crt"));
        return List.of(
                written.resolve("spillway-runtime.cfg"), written.resolve("spillway-gates.cfg"));
    }

    @Test
    void isFoundReadMovedAndGivenBack() throws Exception {
        Path made = home.resolve("made");
        List<Path> beside = snippets(made);
        try (CalmNodes nodes = new CalmNodes();
                RealHaproxy haproxy =
                        RealHaproxy.start(
                                Files.createDirectory(home.resolve("lb")), BACKEND, beside);
                RealPrometheus prometheus =
                        RealPrometheus.start(
                                nodes.scrapes("127.0.0.2", "127.0.0.3", "127.0.0.4"))) {
            prometheus.awaitSeries("rate(node_cpu_seconds_total{mode=\"idle\"}[5s])", 3);
            Cli.Ran stranger = find(made, "eve", prometheus.url());
            assertThat(stranger.code()).isEqualTo(1);
            assertThat(stranger.err()).contains("CN=eve", "closed");
            Cli.Ran found = find(made, "anna", prometheus.url());
            assertThat(found.code()).as(found.err()).isZero();
            assertThat(found.out())
                    .containsPattern("lb-1 +tls://127.0.0.1:" + port + " +yes +yes +yes +yes")
                    .containsPattern("metrics +\\S+ +yes +yes +- +yes")
                    .containsPattern("be_web +be_web +3 +90 % +2 +instance = address")
                    .doesNotContain("spillway-runtime");

            prove(haproxy);
            connectOnScreen(made, prometheus.url());
        }
    }

    private Cli.Ran find(Path made, String operator, String prometheus) throws IOException {
        environment.put(
                "SPILLWAY_KEYSTORE",
                Files.readString(made.resolve(operator + ".password")).strip());
        return ran(
                "setup",
                "find",
                "tls://127.0.0.1:" + port,
                prometheus,
                "--write",
                "--key-store",
                made.resolve(operator + ".p12").toString(),
                "--ca",
                made.resolve("ca.crt").toString());
    }

    /// The same from nothing on the first screen: after two commands seven steps.
    private void connectOnScreen(Path made, String prometheus) throws IOException {
        Files.delete(home.resolve(".config/spillway/spillway.yaml"));
        try (FirstScreen screen =
                new FirstScreen(
                        home.resolve(".local/state/spillway"),
                        home.resolve(".config/spillway/spillway.yaml"),
                        environment::get)) {
            screen.click(".first-run #begin");
            screen.type(".first-run #haproxy", "tls://127.0.0.1:" + port);
            screen.type(".first-run #keyStore", made.resolve("anna.p12").toString());
            screen.type(".first-run #authority", made.resolve("ca.crt").toString());
            screen.type(".first-run #prometheus", prometheus);
            screen.click(".first-run #check");
            screen.click(".first-run #write");
            screen.awaitPicture(
                    p -> p.fleet().servers().size() == 3 && p.fleet().value(Metric.CPU, 2) > 0.2);
        }
    }

    private void prove(RealHaproxy haproxy) {
        String proved = run("setup", "prove", "be_web", "web-1", "--operator", "anna");
        assertThat(proved)
                .containsPattern("read +ok +lb-1 weight 100, state ready")
                // Without traffic nobody knows what a weight would do.
                .containsPattern("write +ok +lb-1 state drain  \\(act \\w+\\)")
                .containsPattern("read back +ok +lb-1 state drain")
                .containsPattern("undo +ok +lb-1 state ready");
        assertThat(haproxy.ask("show stat be_web 4 -1")).doesNotContain("DRAIN");
        assertThat(run("leases")).doesNotContain("active");
    }
}
