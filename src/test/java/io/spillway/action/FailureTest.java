package io.spillway.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult.Outcome;
import io.spillway.action.FakeBalancer.Failure;
import io.spillway.relief.Plan;
import io.spillway.relief.Plans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Wherever a balancer fails, nothing is left half-applied without being said, and an undo brings
/// everything back.
class FailureTest {
    private static final Plan PLAN = Scene.finePlan();
    private static final Map<String, Integer> GOAL = Plans.byName(PLAN.goal());

    @Property(tries = 150)
    void applyingIsAllOrNothingOrSaysSo(
            @ForAll @IntRange(min = 0, max = 8) int call,
            @ForAll Failure how,
            @ForAll boolean dies,
            @ForAll boolean second)
            throws Exception {
        in(scene -> {
            FakeBalancer sick = second ? scene.two : scene.one;
            sick.failAt(call, how, dies);
            ActResult result = scene.actuator.apply(PLAN, "anna", "crowd");
            switch (result.outcome()) {
                case APPLIED -> expect(scene, GOAL);
                case REFUSED, RESTORED -> expect(scene, Scene.ONES);
                case INTERRUPTED -> {
                    assertThat(result.message()).contains("lb-" + (second ? 2 : 1));
                    assertThat((second ? scene.one : scene.two).weights()).isEqualTo(Scene.ONES);
                }
                case UNDONE, APPLYING, HALTED, NOTED -> throw new AssertionError(result);
            }
            sick.revive();
            scene.restart();
            if (!result.id().isEmpty() && result.outcome() != Outcome.RESTORED) {
                ActResult undone = scene.actuator.undo(result.id(), "anna");
                assertThat(undone.outcome()).isEqualTo(Outcome.UNDONE);
            }
            expect(scene, Scene.ONES);
        });
    }

    @Property(tries = 150)
    void undoingIsWholeOrCanBeDoneAgain(
            @ForAll @IntRange(min = 0, max = 8) int call,
            @ForAll Failure how,
            @ForAll boolean dies,
            @ForAll boolean second)
            throws Exception {
        in(scene -> {
            String id = scene.actuator.apply(PLAN, "anna", "crowd").id();
            FakeBalancer sick = second ? scene.two : scene.one;
            sick.failAt(call, how, dies);
            ActResult result = scene.actuator.undo(id, "anna");
            sick.revive();
            if (!result.outcome().done()) {
                assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
                assertThat(result.message()).contains("lb-" + (second ? 2 : 1));
                scene.restart();
                assertThat(scene.actuator.undo(id, "anna").outcome().done()).isTrue();
            }
            expect(scene, Scene.ONES);
        });
    }

    private static void expect(Scene scene, Map<String, Integer> weights) {
        assertThat(scene.one.weights()).isEqualTo(weights);
        assertThat(scene.two.weights()).isEqualTo(weights);
    }

    private interface Play {
        void on(Scene scene) throws Exception;
    }

    private static void in(Play play) throws Exception {
        Path folder = Files.createTempDirectory("spillway-act");
        try (Scene scene = new Scene(folder, Scene.ONES)) {
            play.on(scene);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(FailureTest::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
