package io.spillway.app.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.app.config.ConfigException;
import io.spillway.app.config.FirstBalancer.ClientKeys;
import io.spillway.app.config.KeyStoreFile;
import io.spillway.app.config.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final ClientKeys KEYS =
            new ClientKeys(
                    new KeyStoreFile(Path.of("/k.p12"), new Secret("x")),
                    "KEY",
                    Path.of("/ca.crt"));

    private static List<String> balancers(Places places) {
        return places.balancers().stream().map(p -> p.at().text()).toList();
    }

    private static List<URI> engines(Places places) {
        return places.engines().stream().map(p -> p.at()).toList();
    }

    @Test
    void whatIsNamedIsTheOnlyPlace() throws ConfigException {
        Places places =
                Places.of(
                        List.of("tls://lb:9443", "http://prom:9090", "http://lb:8404/s;csv"), KEYS);
        assertThat(balancers(places)).containsExactly("tls://lb:9443", "http://lb:8404/s;csv");
        assertThat(engines(places)).containsExactly(URI.create("http://prom:9090"));
        assertThat(places.balancers()).allMatch(Places.Place::expected);
    }

    @Test
    void aHostIsLookedAtWhereThingsUsuallyAre() throws ConfigException {
        Places places = Places.of(List.of("lb.example", "fd00::5"), KEYS);
        assertThat(balancers(places))
                .startsWith("tls://lb.example:9443", "tls://[fd00::5]:9443")
                .contains("tcp://lb.example:9999", "http://[fd00::5]:8404/stats;csv")
                .noneMatch(b -> b.startsWith("unix:"));
        assertThat(engines(places)).contains(URI.create("http://[fd00::5]:9090"));
        assertThat(balancers(Places.of(List.of(), null)))
                .contains("tcp://127.0.0.1:9999")
                .noneMatch(b -> b.startsWith("tls:"));
    }

    @Test
    void anAddressThatIsNoneIsExplained() {
        for (String wrong : List.of("lb:9443", "ftp://lb", "http://", "unix:x", "a b")) {
            assertThatThrownBy(() -> Places.of(List.of(wrong), null))
                    .as(wrong)
                    .isInstanceOf(ConfigException.class);
        }
    }
}
