package io.spillway.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult.Outcome;
import io.spillway.fleet.Knob;
import io.spillway.journal.Event;
import io.spillway.relief.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Acts that take several steps, there and back.
class StepsTest {
    @TempDir Path folder;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new Scene(folder, Scene.HUNDREDS);
        scene.one.gate(Steps.BROWSE, 0);
        scene.two.gate(Steps.BROWSE, 0);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private String apply() {
        ActResult result = scene.actuator.apply(Steps.plan(), "anna", "crowd");
        assertThat(result.outcome()).isEqualTo(Outcome.APPLYING);
        return result.id();
    }

    private Lease lease(String id) throws Exception {
        return scene.actuator.allLeases().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void both(Map<String, Integer> weights) {
        assertThat(scene.one.weights()).isEqualTo(weights);
        assertThat(scene.two.weights()).isEqualTo(weights);
    }

    @Test
    void eachStepIsSentByItself() throws Exception {
        String id = apply();
        both(Steps.ONE);
        assertThat(lease(id).state()).isEqualTo(Lease.State.APPLYING);
        assertThat(scene.actuator.proceed(id).outcome()).isEqualTo(Outcome.APPLYING);
        both(Steps.TWO);
        assertThat(scene.actuator.proceed(id).outcome()).isEqualTo(Outcome.APPLIED);
        both(Steps.THREE);
        assertThat(lease(id).state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(scene.actuator.proceed(id).outcome()).isEqualTo(Outcome.REFUSED);
    }

    /// Reads and writes of the second step at either balancer.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatFailsInALaterStepTakesAllBack(int call) throws Exception {
        for (FakeBalancer balancer : List.of(scene.one, scene.two)) {
            for (FakeBalancer.Failure how : FakeBalancer.Failure.values()) {
                String id = apply();
                balancer.failAt(call, how, false);
                ActResult result = scene.actuator.proceed(id);
                balancer.revive();
                assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.RESTORED);
                both(Scene.HUNDREDS);
            }
        }
    }

    @Test
    void whatIsStoppedIsFinishedOrUndone() throws Exception {
        String id = apply();
        scene.actuator.halt(id, "Errors of web rose.");
        assertThat(lease(id).state()).isEqualTo(Lease.State.HALTED);
        assertThat(lease(id).message()).contains("after step 1 of 3. Errors of web rose.");
        assertThat(scene.actuator.proceed(id).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(scene.actuator.finish(id, "ben").outcome()).isEqualTo(Outcome.APPLYING);
        both(Steps.TWO);
        scene.actuator.halt(id, "Again.");
        assertThat(scene.actuator.undo(id, "ben").outcome()).isEqualTo(Outcome.UNDONE);
        both(Scene.HUNDREDS);
    }

    @Test
    void whatIsLargeIsGivenBackTheWayItCame() throws Exception {
        String id = apply();
        scene.actuator.proceed(id);
        scene.actuator.proceed(id);
        assertThat(scene.actuator.rampBack(id, "ben").outcome()).isEqualTo(Outcome.APPLYING);
        both(Steps.TWO);
        assertThat(scene.actuator.rampOn(id).outcome()).isEqualTo(Outcome.APPLYING);
        both(Steps.ONE);
        assertThat(scene.actuator.rampOn(id).outcome()).isEqualTo(Outcome.UNDONE);
        both(Scene.HUNDREDS);
        assertThat(lease(id).state()).isEqualTo(Lease.State.ENDED);
    }

    @Test
    void toEndWhatIsOnItsWayBackSkipsNoStep() throws Exception {
        String id = apply();
        scene.actuator.proceed(id);
        scene.actuator.proceed(id);
        scene.actuator.rampBack(id, "ben");
        scene.actuator.rampOn(id);
        scene.pass(Duration.ofHours(1));
        for (ActResult again :
                List.of(scene.actuator.rampBack(id, "ben"), scene.actuator.expire(id, ""))) {
            assertThat(again.outcome()).isEqualTo(Outcome.APPLYING);
            assertThat(again.message()).contains("on its way back already", "Undo it");
            both(Steps.ONE);
        }
        assertThat(lease(id).course().step()).isEqualTo(2);
        assertThat(scene.actuator.rampOn(id).outcome()).isEqualTo(Outcome.UNDONE);
        both(Scene.HUNDREDS);
    }

    @Test
    void gatesOpenByATenth() throws Exception {
        String id = scene.actuator.apply(Steps.gate(), "anna", "crowd").id();
        List<Integer> seen = new ArrayList<>();
        scene.actuator.rampBack(id, "ben");
        while (lease(id).inForce()) {
            seen.add(scene.one.gates().get(Steps.BROWSE));
            scene.actuator.rampOn(id);
        }
        assertThat(seen).containsExactly(150, 50);
        assertThat(scene.two.gates()).containsEntry(Steps.BROWSE, 0);
    }

    @Test
    void aWayBackThatStandsSaysWhy() throws Exception {
        String id = apply();
        scene.actuator.proceed(id);
        scene.actuator.rampBack(id, "ben");
        scene.two.set("web-01", 7);
        scene.actuator.rampOn(id);
        scene.actuator.rampOn(id);
        assertThat(lease(id).state()).isEqualTo(Lease.State.RAMPING);
        assertThat(lease(id).message()).contains("web-01", "lb-2");
        assertThat(scene.journal.events("lease.held")).as("said once").hasSize(1);
        scene.two.set("web-01", 120);
        assertThat(scene.actuator.rampOn(id).outcome()).isEqualTo(Outcome.UNDONE);
    }

    @Test
    void theDeskMovesOnlyWhatItMayAndNobodyElseSet() throws Exception {
        String id = scene.actuator.apply(Steps.gate(), "anna", "crowd").id();
        assertThat(scene.actuator.trim(id, Map.of(Steps.BROWSE, 601), "").outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThat(scene.actuator.trim(id, Map.of(Knob.weight("web-01"), 1), "").outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThat(scene.actuator.trim(id, Map.of(Steps.BROWSE, 400), "").outcome().done())
                .isTrue();
        assertThat(lease(id).course().intended()).containsEntry(Steps.BROWSE, 400);
        scene.one.gate(Steps.BROWSE, 900);
        assertThat(scene.actuator.trim(id, Map.of(Steps.BROWSE, 300), "").message())
                .contains("Somebody else changed");
        assertThat(scene.one.gates()).containsEntry(Steps.BROWSE, 900);
        scene.one.gate(Steps.BROWSE, 400);
        assertThat(scene.actuator.undo(id, "ben").outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(scene.one.gates()).containsEntry(Steps.BROWSE, 0);
    }

    @Test
    void aLaterActIsNeitherTrimmedNorSentOverNorAcceptedAway() throws Exception {
        String older = scene.actuator.apply(Steps.gate(), "anna", "crowd").id();
        var more =
                Steps.plan(
                        "gate",
                        "",
                        Map.of(Steps.BROWSE, 250),
                        0,
                        List.of(Map.of(Steps.BROWSE, 500)),
                        Map.of());
        String newer = scene.actuator.apply(more, "ben", "more").id();
        assertThat(scene.actuator.trim(older, Map.of(Steps.BROWSE, 100), "").message())
                .contains("came after it");
        scene.actuator.reapply(older, "anna");
        assertThat(scene.actuator.accept(older, "anna").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(scene.one.gates()).containsEntry(Steps.BROWSE, 500);
        assertThat(scene.actuator.undo(newer, "ben").outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(scene.actuator.undo(older, "ben").outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(scene.one.gates()).containsEntry(Steps.BROWSE, 0);
    }

    @Test
    void aStepDoesNotWriteOverALaterAct() throws Exception {
        String older = apply();
        Map<String, Integer> goal = Map.of("web-01", 140);
        scene.actuator.apply(Scene.plan(Steps.ONE, List.of(goal)), "ben", "more");
        assertThat(scene.actuator.proceed(older).message()).contains("came after it");
        assertThat(lease(older).state()).isEqualTo(Lease.State.HALTED);
        assertThat(scene.one.weights()).containsEntry("web-02", 120);
    }

    @Test
    void whatIsAcceptedIsLeftAlone() throws Exception {
        String id = scene.actuator.apply(Scene.plan(), "anna", "crowd").id();
        scene.one.set("web-03", 5);
        assertThat(scene.actuator.accept(id, "ben").message()).contains("web-03 on lb-1");
        scene.restart();
        scene.actuator.reapply(id, "ben");
        assertThat(scene.one.weights()).containsEntry("web-03", 5);
        assertThat(scene.actuator.undo(id, "ben").outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(scene.one.weights()).containsEntry("web-03", 5).containsEntry("web-01", 100);
        assertThat(scene.two.weights()).isEqualTo(Scene.HUNDREDS);
    }

    @Test
    void whatWasForgottenIsSentAgain() {
        String id = scene.actuator.apply(Scene.plan(), "anna", "crowd").id();
        scene.two.reload();
        assertThat(scene.actuator.reapply(id, "ben").outcome().done()).isTrue();
        both(Plans.byName(Scene.plan().goal()));
    }

    @Test
    void endsAreMovedAndTakenAway() throws Exception {
        String id = scene.actuator.apply(Scene.plan(), "anna", "crowd").id();
        scene.actuator.extend(id, "ben", Duration.ofMinutes(30));
        assertThat(lease(id).endsAt()).isEqualTo(scene.now().plus(Duration.ofMinutes(60)));
        scene.actuator.keep(id, "ben", true);
        scene.pass(Duration.ofDays(1));
        scene.restart();
        assertThat(lease(id).endsAt()).isNull();
        assertThat(lease(id).course().permanent()).isTrue();
        assertThat(scene.actuator.expire(id, "").outcome()).isEqualTo(Outcome.REFUSED);
        scene.actuator.extend(id, "ben", Duration.ofMinutes(30));
        assertThat(lease(id).endsAt()).isEqualTo(scene.now().plus(Duration.ofMinutes(30)));
        assertThat(scene.journal.events("lease."))
                .extracting(Event::author)
                .containsExactly("ben", "ben", "ben");
    }

    /// After so many of: apply, two steps there, three steps back.
    @ParameterizedTest
    @CsvSource({"1, HALTED", "2, HALTED", "3, ACTIVE", "4, RAMPING", "5, RAMPING", "6, ENDED"})
    void whoeverStartsNextKnowsAndCanTakeItBack(int after, Lease.State state) throws Exception {
        String id = apply();
        List<Runnable> rest =
                List.of(
                        () -> scene.actuator.proceed(id),
                        () -> scene.actuator.proceed(id),
                        () -> scene.actuator.rampBack(id, "anna"),
                        () -> scene.actuator.rampOn(id),
                        () -> scene.actuator.rampOn(id));
        rest.subList(0, after - 1).forEach(Runnable::run);
        scene.restart();
        assertThat(lease(id).state()).isEqualTo(state);
        boolean inForce = state != Lease.State.ENDED;
        assertThat(scene.actuator.undo(id, "ben").outcome().done()).isEqualTo(inForce);
        both(Scene.HUNDREDS);
    }

    @Test
    void noActGoesBelowTheFloorWhicheverWay() {
        String id = scene.actuator.apply(Scene.plan(), "anna", "crowd").id();
        scene.actuator.floor((pool, balancer, now, then) -> "Two must stay.");
        Map<String, Integer> held = scene.one.weights();
        scene.one.set("web-01", 100);
        assertThat(scene.actuator.reapply(id, "ben").message()).contains("Two must stay.");
        scene.one.set("web-01", 171);
        assertThat(scene.actuator.undo(id, "ben").message()).contains("Two must stay.");
        scene.pass(Duration.ofMinutes(30));
        assertThat(scene.actuator.expire(id, "").message()).contains("goes on", "Two must stay.");
        both(held);
    }
}
