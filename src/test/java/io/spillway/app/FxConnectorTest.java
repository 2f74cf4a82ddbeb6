package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.config.Config;
import io.spillway.app.config.ConfigException;
import io.spillway.app.config.FirstConfig;
import io.spillway.app.graph.FleetProbe;
import io.spillway.ui.FleetConnector;
import io.spillway.ui.FleetConnector.Addresses;
import io.spillway.ui.FleetConnector.Findings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FxConnectorTest {
    @TempDir Path folder;
    private final List<Findings> found = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Config> live = new ArrayList<>();
    private final FxConnector connector =
            new FxConnector(
                    new FleetProbe(InstantSource.system()),
                    Runnable::run,
                    Runnable::run,
                    _ -> null,
                    (config, trouble) -> live.add(config));

    private static FirstConfig fleet(String address) throws ConfigException {
        return FirstConfig.of("", address, null)
                .with(List.of("be_web"), FirstConfig.MATCHES.getFirst());
    }

    private List<String> check(String prometheus, String haproxy) {
        found.clear();
        connector.check(new Addresses(prometheus, haproxy, "", ""), found::add);
        assertThat(found.getFirst().writing()).isNull();
        assertThat(found.getFirst().list()).noneMatch(f -> f.good());
        return found.getFirst().list().stream().map(f -> f.sentence()).toList();
    }

    @Test
    void anAddressThatIsNoneIsExplained() {
        assertThat(check("prometheus:9090", ""))
                .containsExactly(
                        "Prometheus's address is \"prometheus:9090\", expected an address"
                                + " http://HOST… or https://HOST…: write it out in full.",
                        "HAProxy's address is missing: only the balancer says which servers there"
                                + " are. Write unix:/PATH or tcp://HOST:PORT.");
        assertThat(check("", "/run/haproxy.sock"))
                .singleElement()
                .asString()
                .contains("unix:/PATH");
        assertThat(check("", "tls://lb:9999")).singleElement().asString().contains("certificates");
    }

    @Test
    void whereNobodyAnswersIsSaid() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(check("http://127.0.0.1:" + port, "unix:" + folder.resolve("none.sock")))
                .hasSize(2)
                .anySatisfy(s -> assertThat(s).startsWith("http://127.0.0.1:" + port + ": "))
                .anySatisfy(s ->
                        assertThat(s).startsWith("unix:" + folder.resolve("none.sock") + ": "));
    }

    @Test
    void aFileIsOpenedOrItsMistakesAreSaid() throws IOException {
        Path file = folder.resolve("spillway.yaml");
        connector.open(file.toString(), said::add);
        connector.open(" ", said::add);
        Files.writeString(file, "pools: [{name: web}]\n");
        connector.open(file.toString(), said::add);
        assertThat(said)
                .satisfiesExactly(
                        s -> assertThat(s).contains("there is no such file"),
                        s -> assertThat(s).isEqualTo("No file is named: write its path."),
                        s -> assertThat(s).contains("has no key balancers"));
        assertThat(live).isEmpty();
        Files.writeString(
                file,
                "pools: [{name: web, backend: be}]\nbalancers: [{name: lb, address: unix:/x.sock}]\n");
        connector.open(file.toString(), said::add);
        assertThat(live).hasSize(1);
    }

    @Test
    void whatWasFoundIsWrittenOnceAndGoneOnWith() throws Exception {
        Path file = folder.resolve("etc/spillway/spillway.yaml");
        connector.write(fleet("unix:/run/lb.sock"), file.toString(), said::add);
        assertThat(said).isEmpty();
        assertThat(live).singleElement().extracting(Config::file).isEqualTo(file);
        assertThat(file).content().contains("unix:/run/lb.sock", "be_web");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }

        // After a desk that did not begin, the same is pressed again.
        connector.write(fleet("unix:/run/lb.sock"), file.toString(), said::add);
        assertThat(live).hasSize(2);
        connector.write(fleet("tcp://lb:9999"), file.toString(), said::add);
        assertThat(live).hasSize(2);
        assertThat(said)
                .containsExactly(
                        file + " is there already, and stays as it is: name another file.");
        assertThat(file).content().contains("unix:/run/lb.sock");

        connector.write(fleet("tcp://lb:9999"), folder.toString(), said::add);
        connector.write(fleet("tcp://lb:9999"), " ", said::add);
        assertThat(said).last().isEqualTo("No file is named: write its path.");
        assertThat(said.get(1)).startsWith(folder + " cannot be written: ");
    }

    @Test
    void whatFailsUnforeseenIsSaidToo() throws IOException {
        FxConnector broken =
                new FxConnector(
                        new FleetProbe(() -> {
                            throw new IllegalStateException("no time");
                        }),
                        Runnable::run,
                        Runnable::run,
                        _ -> null,
                        (config, trouble) -> {
                            throw new IllegalStateException("no desk");
                        });
        Path file = folder.resolve("spillway.yaml");
        Files.writeString(
                file,
                "pools: [{name: web, backend: be}]\nbalancers: [{name: lb, address: unix:/x.sock}]\n");
        broken.open(file.toString(), said::add);
        broken.check(new Addresses("", "unix:" + folder.resolve("none.sock"), "", ""), found::add);
        String sentence =
                "This failed, and should not have: the log in the state folder says why. Try again.";
        assertThat(said).containsExactly(sentence);
        assertThat(found)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.writing()).isNull();
                    assertThat(f.list())
                            .containsExactly(new FleetConnector.Finding(false, sentence));
                });
    }
}
