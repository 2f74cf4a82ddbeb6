package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.control.ControlException;
import io.spillway.control.haproxy.HaproxyControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Slot;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.source.haproxy.HaproxySource;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Relief as a desk gives it: through the adapters that act on real balancers.
class ReliefWireTest {
    private static final String BOT = "Mozilla/5.0 (compatible; SampleBot/2.1)";
    private static final Knob CRAWLERS = new Knob(Kind.SHED, "5");
    private static final Knob ADDRESS = new Knob(Kind.SOURCE_CAP, "203.0.113.77");
    private static final Knob AGENT = new Knob(Kind.AGENT_CAP, BOT);

    private PracticeFleet fleet;
    private HaproxyControl control;
    private HaproxySource source;
    private HaproxySource other;

    @BeforeEach
    void start() throws IOException {
        fleet = PracticeFleet.start(PracticeOptions.of(Scenario.CALM));
        control = new HaproxyControl("lb-1", client("lb-1"), fleet.gates());
        source = new HaproxySource("lb-1", client("lb-1"), fleet.gates());
        other = new HaproxySource("lb-2", client("lb-2"), fleet.gates());
    }

    @AfterEach
    void stop() {
        control.close();
        source.close();
        other.close();
        fleet.close();
    }

    @Test
    void gatesAreSetReadBackTakeEffectAndOpenAgain() throws Exception {
        Map<Knob, Integer> open = control.read("");
        assertThat(open).hasSize(13).containsEntry(CRAWLERS, 0).containsEntry(limit("5"), 1000000);
        KeyRate before = after(source, 20, Dimension.REQUEST_CLASS, "5");
        KeyRate front = key(source, Dimension.FRONTEND, "fe-web");
        assertThat(before.refused()).isZero();

        assertThat(set(CRAWLERS, 400)).isEmpty();
        assertThat(set(limit("4"), 100)).isEmpty();

        KeyRate shed = after(source, 20, Dimension.REQUEST_CLASS, "5");
        assertThat(shed.requests()).isCloseTo(before.requests(), within(10f));
        assertThat(shed.refused()).isCloseTo(0.4f * shed.requests(), within(1f));
        KeyRate limited = key(source, Dimension.REQUEST_CLASS, "4");
        assertThat(limited.requests() - limited.refused()).isCloseTo(100, within(1f));
        KeyRate gated = after(source, 1, Dimension.FRONTEND, "fe-web");
        assertThat(gated.requests()).isCloseTo(front.requests(), within(60f));
        assertThat(gated.clientErrors())
                .isGreaterThan(front.clientErrors() + shed.refused() + limited.refused() - 60);
        assertThat(after(other, 1, Dimension.REQUEST_CLASS, "5").refused()).isZero();

        assertThat(control.write("", open)).isEmpty();
        assertThat(control.read("")).isEqualTo(open);
        assertThat(after(source, 20, Dimension.REQUEST_CLASS, "5").refused()).isZero();
    }

    @Test
    void sourcesAreCappedAndReleased() throws Exception {
        float usual = after(source, 20, Dimension.SOURCE, "203.0.113.77").requests();
        assertThat(usual).isGreaterThan(15);

        assertThat(control.write("", Map.of(ADDRESS, 5, AGENT, 7))).isEmpty();

        assertThat(control.read("")).containsEntry(ADDRESS, 5).containsEntry(AGENT, 7);
        KeyRate address = after(source, 20, Dimension.SOURCE, "203.0.113.77");
        assertThat(address.requests() - address.refused()).isCloseTo(5, within(0.5f));
        KeyRate agent = key(source, Dimension.USER_AGENT, BOT);
        assertThat(agent.requests() - agent.refused()).isCloseTo(7, within(0.5f));

        assertThat(control.write("", Map.of(ADDRESS, Knob.ABSENT, AGENT, Knob.ABSENT))).isEmpty();
        assertThat(control.read("")).doesNotContainKeys(ADDRESS, AGENT);
        assertThat(after(source, 20, Dimension.SOURCE, "203.0.113.77").refused()).isZero();
    }

    @Test
    void whatABalancerHasNotIsRefused() throws ControlException {
        assertThat(set(new Knob(Kind.SHED, "9"), 400).values()).containsExactly("entry not found.");
    }

    @Test
    void statesAndConnectionsAreSetAndReserveRamps() throws Exception {
        assertThat(slot("web-13").admin()).isEqualTo(AdminState.MAINT);
        assertThat(slot("web-01").admin()).isEqualTo(AdminState.READY);
        assertThat(slot("web-01").maxConnections()).isEqualTo(256);

        assertThat(
                        control.write(
                                "web",
                                Map.of(
                                        Knob.state("web-13"),
                                        0,
                                        Knob.state("web-02"),
                                        1,
                                        new Knob(Kind.MAXCONN, "web-01"),
                                        30)))
                .isEmpty();
        fleet.step(Duration.ofSeconds(15));

        assertThat(control.read("web"))
                .containsEntry(Knob.state("web-13"), 0)
                .containsEntry(Knob.state("web-02"), 1)
                .containsEntry(Knob.state("web-14"), 2)
                .containsEntry(new Knob(Kind.MAXCONN, "web-01"), 30);
        Slot spare = slot("web-13");
        assertThat(spare.admin()).isEqualTo(AdminState.READY);
        assertThat(spare.oper()).isEqualTo(OperState.UP);
        assertThat(spare.throttle()).isEqualTo(50);
        assertThat(spare.weight()).isEqualTo(100);
        assertThat(slot("web-02").admin()).isEqualTo(AdminState.DRAIN);
        fleet.step(Duration.ofSeconds(15));
        assertThat(slot("web-13").throttle()).isEqualTo(100);
    }

    private Map<Knob, String> set(Knob knob, int value) throws ControlException {
        return control.write("", Map.of(knob, value));
    }

    private static Knob limit(String rank) {
        return new Knob(Kind.LIMIT, rank);
    }

    private RuntimeClient client(String balancer) {
        String endpoint = Objects.requireNonNull(fleet.balancerEndpoints().get(balancer));
        return new RuntimeClient(Endpoint.parse(endpoint, null), Duration.ofSeconds(5), true);
    }

    private SourceReport poll(HaproxySource from) throws SourceException {
        return from.poll(fleet.clock().instant());
    }

    private Slot slot(String server) throws SourceException {
        BalancerState balancer = Objects.requireNonNull(poll(source).balancer());
        return balancer.slots().stream()
                .filter(s -> s.server().equals(server))
                .findFirst()
                .orElseThrow();
    }

    /// What is counted some seconds later; the tables are read every five seconds.
    private KeyRate after(HaproxySource from, int seconds, Dimension dimension, String key)
            throws SourceException {
        poll(from);
        for (int n = 0; n < seconds; n++) {
            fleet.step(Duration.ofSeconds(1));
            poll(from);
        }
        fleet.step(Duration.ofSeconds(1));
        return key(from, dimension, key);
    }

    private KeyRate key(HaproxySource from, Dimension dimension, String key)
            throws SourceException {
        if (dimension == Dimension.FRONTEND) {
            fleet.step(Duration.ofSeconds(1));
        }
        return poll(from).keys().stream()
                .filter(k -> k.dimension() == dimension && k.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
