package io.spillway.control.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.control.ControlException;
import io.spillway.fleet.Knob;
import io.spillway.relief.Plans;
import io.spillway.testing.RealHaproxy;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real HAProxy.
class HaproxyControlTest {
    private static final String SECTIONS =
            """
            backend be
              balance roundrobin
              server s1 127.0.0.1:9 weight 100
              server s2 127.0.0.1:10 weight 100
            backend fixed
              balance source
              server s1 127.0.0.1:9 weight 100
              server s2 127.0.0.1:9 weight 100
            """;

    @TempDir private Path dir;

    private static HaproxyControl control(String endpoint) {
        var at = Endpoint.parse(endpoint, null);
        return new HaproxyControl("lb-1", new RuntimeClient(at, Duration.ofSeconds(3), false));
    }

    @Test
    void weightsAreSetAndReadBack() throws ControlException {
        try (var haproxy = RealHaproxy.start(dir, SECTIONS);
                var control = control(haproxy.unix())) {
            assertThat(control.balancer()).isEqualTo("lb-1");
            assertThat(control.write("be", Knob.weights(Map.of("s1", 0, "s2", 256)))).isEmpty();
            assertThat(control.read("be"))
                    .isEqualTo(
                            Map.of(
                                    Knob.weight("s1"), 0,
                                    Knob.state("s1"), 0,
                                    Knob.weight("s2"), 256,
                                    Knob.state("s2"), 0));
        }
    }

    @Test
    void whatIsRefusedIsToldByServerAndTheRestIsDone() throws ControlException {
        try (var haproxy = RealHaproxy.start(dir, SECTIONS);
                var control = control(haproxy.tcp())) {
            var weights = new LinkedHashMap<String, Integer>();
            weights.put("s1", 10);
            weights.put("s9", 20);
            weights.put("s2", 30);
            assertThat(control.write("be", Knob.weights(weights)))
                    .isEqualTo(Map.of(Knob.weight("s9"), "No such server."));
            assertThat(Plans.byName(control.read("be"))).isEqualTo(Map.of("s1", 10, "s2", 30));
        }
    }

    @Test
    void nothingIsSentIfOneValueIsWrong() throws ControlException {
        try (var haproxy = RealHaproxy.start(dir, SECTIONS);
                var control = control(haproxy.unix())) {
            var weights = new LinkedHashMap<String, Integer>();
            weights.put("s1", 10);
            weights.put("s2", 257);
            assertThatThrownBy(() -> control.write("be", Knob.weights(weights)))
                    .isInstanceOf(ControlException.class)
                    .hasMessage(
                            "lb-1: be/s2 cannot get weight 257: a weight is a whole number from 0 to"
                                    + " 256.");
            assertThat(Plans.byName(control.read("be"))).isEqualTo(Map.of("s1", 100, "s2", 100));
        }
    }

    @Test
    void anAlgorithmThatTakesNoWeightsIsRememberedUntilTheNextReload() throws ControlException {
        try (var haproxy = RealHaproxy.start(dir, SECTIONS);
                var control = control(haproxy.unix())) {
            assertThat(control.obstacle("fixed")).isEmpty();
            assertThat(control.write("fixed", Knob.weights(Map.of("s1", 50))))
                    .hasEntrySatisfying(
                            Knob.weight("s1"),
                            w -> assertThat(w).startsWith("Backend is using a static LB"));

            // A weight that HAProxy itself would take shows that nothing is sent any more.
            assertThat(control.write("fixed", Knob.weights(Map.of("s1", 0))))
                    .hasEntrySatisfying(
                            Knob.weight("s1"),
                            w ->
                                    assertThat(w)
                                            .startsWith(
                                                    "lb-1: the algorithm of backend fixed takes no"
                                                            + " weights"));
            assertThat(Plans.byName(control.read("fixed"))).isEqualTo(Map.of("s1", 100, "s2", 100));
            assertThat(control.obstacle("fixed")).isPresent();
            assertThat(control.write("be", Knob.weights(Map.of("s1", 50)))).isEmpty();

            haproxy.reload(SECTIONS.replace("balance source", "balance leastconn"));
            assertThat(control.write("fixed", Knob.weights(Map.of("s1", 50)))).isEmpty();
            assertThat(Plans.byName(control.read("fixed"))).isEqualTo(Map.of("s1", 50, "s2", 100));
        }
    }

    @Test
    void whetherItMayWriteIsFoundOutWithoutWriting() throws ControlException {
        Path low = dir.resolve("low.sock");
        try (var haproxy =
                        RealHaproxy.start(
                                dir, "  stats socket " + low + " level operator\n", SECTIONS);
                var may = control(haproxy.unix());
                var mayNot = control("unix:" + low)) {
            assertThat(may.obstacle("be")).isEmpty();
            assertThat(may.obstacle("none"))
                    .contains(
                            "lb-1: HAProxy has no backend 'none'; correct the name of the pool's"
                                    + " backend.");
            assertThat(mayNot.obstacle("be"))
                    .contains(
                            "lb-1: unix:"
                                    + low
                                    + " has level 'operator', and only 'admin' may set weights; write"
                                    + " 'level admin' on its 'stats socket' line.");
            assertThat(mayNot.write("be", Knob.weights(Map.of("s1", 1))))
                    .isEqualTo(Map.of(Knob.weight("s1"), "Permission denied"));
        }
    }

    @Test
    void anUnknownBackendAndADeadBalancerAreOneSentenceEach() {
        try (var haproxy = RealHaproxy.start(dir, SECTIONS);
                var control = control(haproxy.unix())) {
            assertThatThrownBy(() -> control.read("none"))
                    .isInstanceOf(ControlException.class)
                    .hasMessageStartingWith("lb-1: HAProxy has no backend 'none';");
            haproxy.kill();
            assertThatThrownBy(() -> control.write("be", Knob.weights(Map.of("s1", 1))))
                    .isInstanceOf(ControlException.class)
                    .hasMessageStartingWith("lb-1: " + haproxy.unix() + " refused the connection:");
        }
    }
}
