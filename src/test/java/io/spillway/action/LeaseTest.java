package io.spillway.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult.Outcome;
import io.spillway.fleet.Knob;
import io.spillway.journal.Event;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of an act with time, and how its weights are watched.
class LeaseTest {
    private static final String UNSAFE =
            "With the old weights web would reach 97 %, its limit is 90 %.";

    @TempDir Path folder;
    private Scene scene;
    private String id;

    @BeforeEach
    void apply() throws Exception {
        scene = new Scene(folder, Scene.HUNDREDS);
        id = scene.actuator.apply(Scene.plan(), "anna", "crowd").id();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Lease lease() throws Exception {
        return scene.actuator.leases(scene.now()).getLast();
    }

    @Test
    void isNotGivenBackBeforeItsEnd() throws Exception {
        scene.pass(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(scene.actuator.expire(id, "").message()).contains("it is not at its end");
        assertThat(lease().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(scene.one.weights()).isEqualTo(Plans.byName(Scene.plan().goal()));
    }

    @Test
    void isFollowedWhateverElseIsWrittenBetween() throws Exception {
        assertThat(lease().state()).isEqualTo(Lease.State.ACTIVE);
        scene.journal.append(scene.now(), "ops-1", "ops-1", "alarm.raised", id, "{}");
        assertThat(lease().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(scene.actuator.undo(id, "anna").outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(lease().state()).isEqualTo(Lease.State.UNDONE);
    }

    @Test
    void isGivenBackAtItsEndWhenThatIsSafe() throws Exception {
        scene.pass(Duration.ofMinutes(30));
        assertThat(scene.actuator.expire(id, "").outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(scene.two.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(lease().state()).isEqualTo(Lease.State.ENDED);
        assertThat(scene.journal.events("act.ended"))
                .extracting(Event::author)
                .containsExactly("spillway");
        assertThat(scene.actuator.expire(id, "").message())
                .isEqualTo(
                        "Act %s was given back at 2026-11-22T04:28:12Z: nothing is left to undo."
                                .formatted(id));
    }

    @Test
    void goesOnTenMinutesWhenThatIsNotSafe() throws Exception {
        scene.pass(Duration.ofMinutes(30));
        ActResult result = scene.actuator.expire(id, UNSAFE);
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.message())
                .isEqualTo("Act %s goes on until 2026-11-22T04:38:12Z. %s".formatted(id, UNSAFE));
        assertThat(lease().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(lease().endsAt()).isEqualTo(scene.now().plus(Duration.ofMinutes(10)));
        assertThat(lease().message()).isEqualTo("Not given back at its end. " + UNSAFE);
        assertThat(scene.two.weights()).isEqualTo(Plans.byName(Scene.plan().goal()));
        scene.restart();
        scene.pass(Duration.ofMinutes(10));
        assertThat(scene.actuator.expire(id, "").outcome().done()).isTrue();
    }

    @Test
    void goesOnWhenTheUndoDoesNotWork() throws Exception {
        scene.pass(Duration.ofMinutes(30));
        scene.one.set("web-02", 1);
        assertThat(scene.actuator.expire(id, "").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(lease().message()).contains("web-02 on lb-1 has weight 1 now");
        scene.one.set("web-02", 100);
        scene.two.die();
        scene.pass(Duration.ofMinutes(10));
        assertThat(scene.actuator.expire(id, "").outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(lease().state()).isEqualTo(Lease.State.INTERRUPTED);
        assertThat(lease().message()).startsWith("Not wholly undone");
        scene.two.revive();
        scene.pass(Duration.ofMinutes(10));
        assertThat(scene.actuator.expire(id, "").outcome().done()).isTrue();
        assertThat(scene.two.weights()).isEqualTo(Scene.HUNDREDS);
    }

    @Test
    void goesOnWhileABalancerIsNotConfigured() throws Exception {
        scene.pass(Duration.ofMinutes(30));
        ActResult none = scene.actuator(Map.of()).expire(id, "");
        assertThat(none.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(lease().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(lease().endsAt()).isEqualTo(scene.now().plus(Actuator.EXTENSION));
        scene.pass(Duration.ofMinutes(10));
        ActResult half = scene.actuator(Map.of("lb-1", scene.one)).expire(id, "");
        assertThat(half.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(lease().state()).isEqualTo(Lease.State.INTERRUPTED);
        assertThat(lease().message()).contains("Add lb-2 to the configuration again");
        assertThat(lease().endsAt()).isEqualTo(scene.now().plus(Actuator.EXTENSION));
    }

    @Test
    void aJournalThatFailsAfterSomethingWasSentDoesNotSayThatNothingWas() {
        scene.pass(Duration.ofMinutes(30));
        scene.two.die();
        scene.one.onFirstCommand(() -> scene.journal.close());
        ActResult result = scene.actuator.expire(id, "");
        assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(result.message())
                .startsWith("Not wholly undone")
                .containsOnlyOnce("But The journal")
                .doesNotContain("Nothing was sent", "goes on until");
        assertThat(scene.one.weights()).isEqualTo(Scene.HUNDREDS);
    }

    @Test
    void theOlderOfTwoActsWaitsForTheNewer() throws Exception {
        Map<String, Integer> now = Plans.byName(Scene.plan().goal());
        Map<String, Integer> goal = Map.of("web-01", 150, "web-06", 64);
        scene.pass(Duration.ofMinutes(5));
        String newer = scene.actuator.apply(Scene.plan(now, List.of(goal)), "ben", "more").id();
        scene.pass(Duration.ofMinutes(25));
        assertThat(scene.actuator.expire(id, "").message()).contains("undo that first");
        scene.pass(Duration.ofMinutes(10));
        assertThat(scene.actuator.expire(newer, "").outcome().done()).isTrue();
        assertThat(scene.actuator.expire(id, "").outcome().done()).isTrue();
        assertThat(scene.one.weights()).isEqualTo(Scene.HUNDREDS);
    }

    @Test
    void noLookAtTheWrongMomentSeesAnActLeftHalfDone() {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Set<String>> looks =
                CompletableFuture.supplyAsync(() -> {
                    Set<String> seen = new HashSet<>();
                    while (!over.get()) {
                        try {
                            scene.actuator.leases(scene.now()).forEach(l -> seen.add(l.message()));
                        } catch (JournalException e) {
                            seen.add(e.toString());
                        }
                    }
                    return seen;
                });
        String act = id;
        for (int i = 0; i < 200; i++) {
            assertThat(scene.actuator.undo(act, "anna").outcome().done()).isTrue();
            act = scene.actuator.apply(Scene.plan(), "anna", "crowd").id();
        }
        over.set(true);
        assertThat(looks.join())
                .allMatch(m -> List.of("", "Being undone.").contains(m) || m.startsWith("Undone"));
    }

    @Test
    void anotherProcessSeesTheSame() throws Exception {
        List<Lease> here = scene.actuator.leases(scene.now());
        scene.restart();
        assertThat(scene.actuator.leases(scene.now())).isEqualTo(here);
        assertThat(scene.actuator.undo(id, "ben").outcome().done()).isTrue();
    }

    @Test
    void aWeightThatSomebodyChangedIsDrift() throws Exception {
        long later = scene.now().toEpochMilli() + 1000;
        long started = 1_000;
        assertThat(scene.actuator.drifts(List.of(scene.one.state(7, started, later)))).isEmpty();
        scene.one.set("web-02", 99);
        assertThat(scene.actuator.drifts(List.of(scene.one.state(7, started, later))))
                .containsExactly(
                        new Drift(
                                id,
                                "lb-1",
                                "web",
                                Knob.weight("web-02"),
                                171,
                                99,
                                "changed elsewhere"));
    }

    @Test
    void forgottenWeightsAfterAReloadAreDrift() throws Exception {
        long later = scene.now().toEpochMilli() + 1000;
        scene.actuator.drifts(List.of(scene.one.state(7, 1_000, later)));
        scene.one.reload();
        assertThat(scene.actuator.drifts(List.of(scene.one.state(8, 1_000, later))))
                .hasSize(6)
                .allMatch(d -> d.cause().equals("reloaded") && d.applied() == 100);
        scene.restart();
        long started = later / 1000 + 5;
        assertThat(scene.actuator.drifts(List.of(scene.one.state(8, started, later))))
                .as("also seen by a process that was not there")
                .hasSize(6)
                .allMatch(d -> d.cause().equals("reloaded"));
        assertThat(scene.actuator.undo(id, "anna").outcome().done()).isTrue();
        assertThat(scene.actuator.drifts(List.of(scene.one.state(8, started, later)))).isEmpty();
    }

    @Test
    void whatWasReadBeforeTheActSaysNothing() throws Exception {
        scene.one.reload();
        long earlier = scene.now().toEpochMilli() - 1;
        assertThat(scene.actuator.drifts(List.of(scene.one.state(7, 1_000, earlier)))).isEmpty();
    }
}
