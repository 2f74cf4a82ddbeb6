package io.spillway.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.action.ActResult.Outcome;
import io.spillway.control.TrafficControl;
import io.spillway.journal.Journal;
import io.spillway.relief.Plans;
import io.spillway.testing.TripProxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Acts on two real HAProxys that are stopped, killed, reloaded and changed by others meanwhile.
class RealHaproxyActTest {
    private static final Map<String, Integer> GOAL = Plans.byName(Scene.finePlan().goal());
    private static final int LETS = 15;

    @TempDir Path folder;
    private RealPair pair;
    private Journal journal;
    private final Map<String, TrafficControl> controls = new LinkedHashMap<>();
    private Actuator actuator;

    @BeforeEach
    void start() throws Exception {
        pair = new RealPair(folder, 1);
        journal = Journal.open(folder.resolve("journal.db"));
        connect(pair.two.tcp());
    }

    private void connect(String two) {
        controls.values().forEach(TrafficControl::close);
        controls.put("lb-1", RealPair.control("lb-1", pair.one.unix()));
        controls.put("lb-2", RealPair.control("lb-2", two));
        Instant now = Instant.parse("2026-11-22T03:58:12Z");
        actuator = new Actuator(controls, journal, () -> now, "ops-1");
    }

    @AfterEach
    void stop() {
        controls.values().forEach(TrafficControl::close);
        journal.close();
        pair.close();
    }

    private ActResult apply() {
        return actuator.apply(Scene.finePlan(), "anna", "crowd");
    }

    private void expect(Map<String, Integer> one, Map<String, Integer> two) {
        assertThat(RealPair.weights(pair.one)).isEqualTo(one);
        assertThat(RealPair.weights(pair.two)).isEqualTo(two);
    }

    @Test
    void appliesThroughAllStagesAndUndoes() {
        ActResult applied = apply();
        assertThat(applied.outcome()).as(applied.message()).isEqualTo(Outcome.APPLIED);
        expect(GOAL, GOAL);
        ActResult undone = actuator.undo(applied.id(), "anna");
        assertThat(undone.outcome()).as(undone.message()).isEqualTo(Outcome.UNDONE);
        expect(Scene.ONES, Scene.ONES);
    }

    @Test
    void aBalancerThatFreezesHalfWayIsNamedAndUndoneOnceItThaws() throws Exception {
        try (TripProxy proxy =
                new TripProxy(pair.two.port(), LETS, () -> halfWay(pair.two::freeze))) {
            connect(proxy.endpoint());
            ActResult result = apply();
            assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
            assertThat(result.message())
                    .startsWith("Not applied: lb-2: ")
                    .contains("6 weights set back on lb-1")
                    .contains("lb-2 could not be set back and may hold new weights")
                    .endsWith("Undo %s once that balancer can be changed.".formatted(result.id()));
            assertThat(RealPair.weights(pair.one)).isEqualTo(Scene.ONES);
            pair.two.thaw();
            assertThat(RealPair.weights(pair.two)).containsValue(4).containsValue(8);
            ActResult undone = actuator.undo(result.id(), "anna");
            assertThat(undone.message())
                    .isEqualTo("Undone: lb-1 already was as before; 6 weights set back on lb-2.");
            expect(Scene.ONES, Scene.ONES);
        }
    }

    @Test
    void aBalancerThatIsKilledHalfWayIsNamedAndHasForgottenOnceItIsBack() throws Exception {
        try (TripProxy proxy =
                new TripProxy(pair.two.port(), LETS, () -> halfWay(pair.two::kill))) {
            connect(proxy.endpoint());
            ActResult result = apply();
            assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
            assertThat(result.message()).contains("lb-2 could not be set back");
            assertThat(RealPair.weights(pair.one)).isEqualTo(Scene.ONES);
            ActResult tooEarly = actuator.undo(result.id(), "anna");
            assertThat(tooEarly.outcome()).isEqualTo(Outcome.INTERRUPTED);
            pair.two.restart();
            ActResult undone = actuator.undo(result.id(), "anna");
            assertThat(undone.message())
                    .isEqualTo("Undone: lb-1 already was as before; lb-2 already was as before.");
            expect(Scene.ONES, Scene.ONES);
        }
    }

    @Test
    void aConnectionThatIsLostHalfWayIsSetRight() throws Exception {
        try (TripProxy proxy = new TripProxy(pair.two.port(), LETS, () -> halfWay(() -> {}))) {
            connect(proxy.endpoint());
            ActResult result = apply();
            assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.RESTORED);
            assertThat(result.message()).contains("lb-2").endsWith("reads back as before.");
            expect(Scene.ONES, Scene.ONES);
        }
    }

    /// Runs once HAProxy has really set the weights that were let through.
    private void halfWay(Runnable then) {
        await().until(() -> RealPair.weights(pair.two).containsValue(8));
        then.run();
    }

    @Test
    void aWeightChangedBehindItsBackIsNamedWithBothValues() {
        pair.two.ask("set server be_web/web-03 weight 9");
        ActResult result = apply();
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.message())
                .isEqualTo(
                        "web-03 on lb-2 has weight 9, the plan was made with 1: make a new plan.");
        Map<String, Integer> changed = new LinkedHashMap<>(Scene.ONES);
        changed.put("web-03", 9);
        expect(Scene.ONES, changed);
    }

    @Test
    void undoDoesNotWriteOverWhatOthersSet() {
        String id = apply().id();
        pair.one.ask("set server be_web/web-03 weight 9");
        ActResult result = actuator.undo(id, "anna");
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.message())
                .contains("web-03 on lb-1 has weight 9 now, the act wrote 7, before it was 1");
        assertThat(RealPair.weights(pair.two)).isEqualTo(GOAL);
    }

    @Test
    void aReloadCountsAsUndoneThere() {
        String id = apply().id();
        pair.two.reload();
        expect(GOAL, Scene.ONES);
        assertThat(actuator.undo(id, "anna").message())
                .isEqualTo("Undone: 6 weights set back on lb-1; lb-2 already was as before.");
        expect(Scene.ONES, Scene.ONES);
    }

    @Test
    void aBackendThatTakesNoWeightsIsLeftAsItWas() {
        pair.two.reload(RealPair.backend(1).replace("roundrobin", "static-rr"));
        ActResult result = apply();
        assertThat(result.outcome()).isEqualTo(Outcome.RESTORED);
        assertThat(result.message())
                .startsWith(
                        "Not applied: lb-2 refused the weight of web-01, web-02, web-03 and 3 more"
                                + " (Backend is using a static LB algorithm")
                .contains("Then 6 weights set back on lb-1; lb-2 already was as before.");
        expect(Scene.ONES, Scene.ONES);
    }

    @Test
    void aProcessKilledBetweenTwoWeightsIsToldByTheNextOneAndUndone() throws Exception {
        journal.close();
        Process[] child = new Process[1];
        try (TripProxy proxy =
                new TripProxy(pair.two.port(), LETS, () -> halfWay(() -> kill(child)))) {
            synchronized (child) {
                child[0] =
                        ApplyUntilKilled.start(
                                folder.resolve("journal.db"), pair.one.unix(), proxy.endpoint());
            }
            assertThat(child[0].waitFor()).as("killed").isEqualTo(128 + 9);
        }
        assertThat(RealPair.weights(pair.two)).containsValue(4).containsValue(8);

        journal = Journal.open(folder.resolve("journal.db"));
        connect(pair.two.tcp());
        Lease lease = actuator.allLeases().getFirst();
        assertThat(lease.state()).isEqualTo(Lease.State.INTERRUPTED);
        assertThat(lease.message())
                .isEqualTo(
                        ("Spillway stopped while it applied this. On lb-1 and lb-2 these may"
                                        + " be half set: web-01 1 → 14, web-02 1 → 14, web-03 1 → 7,"
                                        + " web-04 1 → 7, web-05 1 → 3 and web-06 1 → 3."
                                        + " Undo %s sets them back.")
                                .formatted(lease.id()));
        ActResult undone = actuator.undo(lease.id(), "ben");
        assertThat(undone.message())
                .isEqualTo("Undone: 6 weights set back on lb-1; 6 weights set back on lb-2.");
        expect(Scene.ONES, Scene.ONES);
        assertThat(actuator.allLeases().getFirst().state()).isEqualTo(Lease.State.UNDONE);
    }

    private static void kill(Process[] child) {
        synchronized (child) {
            child[0].destroyForcibly();
        }
    }
}
