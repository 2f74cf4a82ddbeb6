package io.spillway.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult.Outcome;
import io.spillway.action.FakeBalancer.Failure;
import io.spillway.fleet.Knob;
import io.spillway.journal.Event;
import io.spillway.relief.Check;
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

class ActuatorTest {
    @TempDir Path folder;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new Scene(folder, Scene.HUNDREDS);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private ActResult apply() {
        return scene.actuator.apply(Scene.plan(), "anna", "crowd");
    }

    private List<String> kinds() throws Exception {
        return scene.journal.since(0).stream().map(Event::kind).toList();
    }

    private Lease only() throws Exception {
        List<Lease> leases = scene.actuator.leases(scene.now());
        assertThat(leases).hasSize(1);
        return leases.getFirst();
    }

    @Test
    void setsEveryBalancerAndReadsBack() throws Exception {
        ActResult result = apply();
        Map<String, Integer> goal = Plans.byName(Scene.plan().goal());
        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(result.message()).isEqualTo("6 weights set on lb-1 and lb-2 and read back.");
        assertThat(result.id()).matches("[2-9a-z]{5}");
        assertThat(result.balancers())
                .containsExactly(Scene.read("lb-1", goal), Scene.read("lb-2", goal));
        assertThat(scene.two.weights()).isEqualTo(goal);
        assertThat(kinds()).containsExactly("act.begun", "act.applied");
        Lease lease = only();
        assertThat(lease.id()).isEqualTo(result.id());
        assertThat(List.of(lease.pool(), lease.backend(), lease.operator(), lease.reason()))
                .containsExactly("web", "be_web", "anna", "crowd");
        assertThat(lease.state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(lease.endsAt()).isEqualTo(scene.now().plus(Duration.ofMinutes(30)));
        assertThat(lease.before().values())
                .containsExactly(Knob.weights(Scene.HUNDREDS), Knob.weights(Scene.HUNDREDS));
        assertThat(lease.course().intended()).isEqualTo(Knob.weights(goal));
    }

    @Test
    void whatUndoNeedsIsInTheJournalBeforeTheFirstCommand() throws Exception {
        List<String> atFirst = new ArrayList<>();
        scene.one.onFirstCommand(() -> {
            try {
                scene.journal.since(0).forEach(e -> atFirst.add(e.kind() + e.body()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        apply();
        assertThat(atFirst).hasSize(1);
        assertThat(atFirst.getFirst())
                .startsWith("act.begun")
                .contains("\"lb-2\":{\"web-01\":100")
                .contains("\"web-05\":43");
    }

    @Test
    void undoBringsEveryWeightBack() throws Exception {
        String id = apply().id();
        ActResult result = scene.actuator.undo(" " + id.toUpperCase(java.util.Locale.ROOT), "ben");
        assertThat(result.outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(result.message())
                .isEqualTo("Undone: 6 weights set back on lb-1; 6 weights set back on lb-2.");
        assertThat(scene.one.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(scene.two.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(only().state()).isEqualTo(Lease.State.UNDONE);
        assertThat(only().endsAt()).isNull();
        assertThat(scene.actuator.undo(id, "ben").message())
                .isEqualTo(
                        "Act %s was undone at 2026-11-22T03:58:12Z: nothing is left to undo."
                                .formatted(id));
        scene.pass(Duration.ofHours(2));
        assertThat(scene.actuator.leases(scene.now())).isEmpty();
        assertThat(scene.actuator.allLeases()).hasSize(1);
    }

    @Test
    void refusesWithoutANameOrAReason() {
        assertThat(scene.actuator.apply(Scene.plan(), " ", "crowd").outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThat(scene.actuator.apply(Scene.plan(), "anna", "").outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThat(scene.actuator.undo("k7mp2", "").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(scene.one.moments).isEmpty();
    }

    @Test
    void refusesAPlanThatMayNotBeAppliedOrIsBroken() {
        var goal = List.of(Plans.byName(Scene.plan().goal()));
        Check stop = new Check(false, true, "web-03 has weight 100 on lb-1 and 80 on lb-2");
        assertThat(refusal(Scene.plan(Scene.HUNDREDS, goal, List.of(stop))))
                .isEqualTo(
                        "This plan may not be applied: web-03 has weight 100 on lb-1 and 80 on lb-2.");
        assertThat(refusal(Scene.plan(Scene.HUNDREDS, List.of())))
                .isEqualTo("There is nothing to apply: Move 24 % of web.");
        assertThat(refusal(Scene.plan(Scene.HUNDREDS, List.of(Map.of("web-01", 300)))))
                .contains("not whole or holds values that cannot be set");
        assertThat(refusal(Scene.plan(Scene.HUNDREDS, List.of(Map.of("web-99", 3)))))
                .contains("not whole");
        assertThat(scene.one.moments).isEmpty();
    }

    @Test
    void refusesABalancerThatItCannotChange() {
        Actuator actuator = scene.actuator(Map.of("lb-1", scene.one));
        assertThat(actuator.apply(Scene.plan(), "anna", "crowd").message())
                .startsWith("The plan is for lb-2, which this Spillway cannot change");
    }

    private String refusal(io.spillway.relief.Plan plan) {
        ActResult result = scene.actuator.apply(plan, "anna", "crowd");
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.id()).isEmpty();
        return result.message();
    }

    @Test
    void refusesWhenAWeightMovedSinceThePlanWasMade() throws Exception {
        scene.two.set("web-03", 80);
        assertThat(refusal(Scene.plan()))
                .isEqualTo(
                        "web-03 on lb-2 has weight 80, the plan was made with 100: make a new plan.");
        scene.two.set("web-03", 100);
        scene.one.set("web-07", 100);
        scene.one.remove("web-02");
        assertThat(refusal(Scene.plan()))
                .isEqualTo(
                        "web-02 is no longer on lb-1 and web-07 is new on lb-1: make a new plan.");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void refusesWhenABalancerCannotBeRead() throws Exception {
        scene.two.die();
        assertThat(refusal(Scene.plan()))
                .isEqualTo(
                        "Nothing was sent, because a balancer cannot be read: lb-2 did not answer within 2 s.");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aRefusedWeightIsNamedAndAllIsSetBack() throws Exception {
        scene.two.refuse("web-05", "No such server.");
        ActResult result = apply();
        assertThat(result.outcome()).isEqualTo(Outcome.RESTORED);
        assertThat(result.message())
                .isEqualTo(
                        "Not applied: lb-2 refused the weight of web-05 (No such server)."
                                + " Then 6 weights set back on lb-1; 5 weights set back on lb-2."
                                + " Every balancer reads back as before.");
        assertThat(scene.one.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(scene.two.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(scene.actuator.leases(scene.now())).isEmpty();
        assertThat(kinds()).containsExactly("act.begun", "act.restored");
    }

    @Test
    void aBalancerThatDiesHalfWayIsNamed() throws Exception {
        scene.two.failAt(1, Failure.WITHIN, true);
        ActResult result = apply();
        assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(result.message())
                .isEqualTo(
                        "Not applied: lb-2 did not answer within 2 s."
                                + " Then 6 weights set back on lb-1; lb-2 could not be set back and"
                                + " may hold new weights (lb-2 did not answer within 2 s)."
                                + " Undo %s once that balancer can be changed."
                                        .formatted(result.id()));
        assertThat(scene.one.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(result.balancers()).extracting(b -> b.ok()).containsExactly(true, false);
        assertThat(only().state()).isEqualTo(Lease.State.INTERRUPTED);
        assertThat(only().message()).isEqualTo(result.message());
        assertThat(refusal(Scene.plan()))
                .isEqualTo(
                        "Act %s on web was interrupted and its weights are not known to be whole: undo it first."
                                .formatted(result.id()));
        ActResult deaf = scene.actuator.undo(result.id(), "anna");
        assertThat(deaf.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(deaf.message())
                .startsWith("Not wholly undone: lb-2 could not be set back")
                .contains("lb-1 already was as before");
        scene.two.revive();
        assertThat(scene.actuator.undo(result.id(), "anna").outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(scene.two.weights()).isEqualTo(Scene.HUNDREDS);
    }

    @Test
    void undoRefusesWeightsThatSomebodyElseSet() throws Exception {
        String id = apply().id();
        scene.one.set("web-03", 60);
        ActResult result = scene.actuator.undo(id, "anna");
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.message())
                .isEqualTo(
                        "Nothing was undone, because somebody else changed weights since:"
                                + " web-03 on lb-1 has weight 60 now, the act wrote 86, before it was 100."
                                + " Set them to what the act wrote or to what was before, then undo again.");
        assertThat(scene.two.weights()).isEqualTo(Plans.byName(Scene.plan().goal()));
        assertThat(only().state()).isEqualTo(Lease.State.ACTIVE);
        scene.one.set("web-03", 100);
        assertThat(scene.actuator.undo(id, "anna").outcome()).isEqualTo(Outcome.UNDONE);
    }

    @Test
    void aReloadedBalancerCountsAsUndone() {
        String id = apply().id();
        scene.two.reload();
        int sent = scene.two.moments.size();
        ActResult result = scene.actuator.undo(id, "anna");
        assertThat(result.message())
                .isEqualTo("Undone: 6 weights set back on lb-1; lb-2 already was as before.");
        assertThat(scene.two.moments).hasSize(sent);
    }

    @Test
    void undoTakesBackTheBalancersThatItReaches() throws Exception {
        String id = apply().id();
        scene.one.die();
        ActResult result = scene.actuator.undo(id, "anna");
        assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(scene.two.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(only().state()).isEqualTo(Lease.State.INTERRUPTED);
        scene.two.die();
        ActResult none = scene.actuator.undo(id, "anna");
        assertThat(none.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(none.message())
                .startsWith("Nothing was undone, because no balancer could be read: lb-1 did not");
        scene.one.revive();
        scene.two.revive();
        assertThat(scene.actuator.undo(id, "anna").outcome()).isEqualTo(Outcome.UNDONE);
    }

    @Test
    void aBalancerThatIsNotConfiguredAnyMoreLeavesTheUndoUnfinished() throws Exception {
        String id = apply().id();
        ActResult result = scene.actuator(Map.of("lb-1", scene.one)).undo(id, "anna");
        assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(result.message())
                .contains("lb-2 is not configured any more", "6 weights set back on lb-1")
                .endsWith("Add lb-2 to the configuration again, then undo %s again.".formatted(id));
        assertThat(scene.one.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(only().state()).isEqualTo(Lease.State.INTERRUPTED);
        assertThat(only().message()).isEqualTo(result.message());
        assertThat(scene.actuator.undo(id, "anna").outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(scene.two.weights()).isEqualTo(Scene.HUNDREDS);
    }

    @Test
    void anUndoThatReachesNothingIsRefusedWhateverTheCause() throws Exception {
        String id = apply().id();
        ActResult none = scene.actuator(Map.of()).undo(id, "anna");
        assertThat(none.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(none.message())
                .isEqualTo(
                        "Nothing was undone, because no balancer could be read:"
                                + " lb-1 is not configured any more; lb-2 is not configured any more."
                                + " Add lb-1 and lb-2 to the configuration again, then undo %s again."
                                        .formatted(id));
        scene.one.die();
        ActResult deaf = scene.actuator(Map.of("lb-1", scene.one)).undo(id, "anna");
        assertThat(deaf.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(deaf.message()).contains("lb-1 did not answer", "lb-2 is not configured");
        assertThat(only().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(kinds()).doesNotContain("act.undone");
    }

    @Test
    void theNewerOfTwoActsIsUndoneFirst() {
        String older = apply().id();
        Map<String, Integer> between = Plans.byName(Scene.plan().goal());
        Map<String, Integer> goal = Map.of("web-01", 150, "web-06", 64);
        String newer = scene.actuator.apply(Scene.plan(between, List.of(goal)), "ben", "more").id();
        assertThat(scene.actuator.undo(older, "anna").message())
                .isEqualTo(
                        "Act %s by ben came after it on web and is still in force: undo that first."
                                .formatted(newer));
        assertThat(scene.actuator.undo(newer, "anna").outcome().done()).isTrue();
        assertThat(scene.one.weights()).isEqualTo(between);
        assertThat(scene.actuator.undo(older, "anna").outcome().done()).isTrue();
        assertThat(scene.one.weights()).isEqualTo(Scene.HUNDREDS);
    }

    @Test
    void afterAReloadStackedActsCanStillBeUndone() {
        String older = apply().id();
        Map<String, Integer> between = Plans.byName(Scene.plan().goal());
        Map<String, Integer> goal = Map.of("web-01", 150, "web-06", 64);
        String newer = scene.actuator.apply(Scene.plan(between, List.of(goal)), "ben", "more").id();
        scene.two.reload();
        assertThat(scene.actuator.undo(newer, "anna").outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(scene.actuator.undo(older, "anna").outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(scene.one.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(scene.two.weights()).isEqualTo(Scene.HUNDREDS);
    }

    @Test
    void anActThatTheJournalCannotCloseIsSetBack() {
        scene.one.onFirstCommand(() -> scene.journal.close());
        ActResult result = apply();
        assertThat(result.outcome()).isEqualTo(Outcome.RESTORED);
        assertThat(result.message()).contains("could not be written");
        assertThat(scene.one.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(scene.two.weights()).isEqualTo(Scene.HUNDREDS);
        assertThat(refusal(Scene.plan())).startsWith("Nothing was sent. The journal");
    }

    @Test
    void unknownActsAreSaidToBeUnknown() {
        assertThat(scene.actuator.undo("zzzzz", "anna").message())
                .isEqualTo("There is no act zzzzz: look at the leases for its id.");
    }
}
