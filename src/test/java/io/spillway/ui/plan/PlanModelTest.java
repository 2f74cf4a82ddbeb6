package io.spillway.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult;
import io.spillway.action.ActResult.BalancerResult;
import io.spillway.action.Lease;
import io.spillway.action.Leases;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.ui.SampleFleet;
import io.spillway.ui.SamplePictures;
import io.spillway.ui.kit.CheckLine.Line;
import io.spillway.ui.kit.CheckLine.Outcome;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlanModelTest {
    private final Picture picture = SamplePictures.practice();
    private final Plan plan = picture.plans().getFirst();

    private static String plain(String text) {
        return text.replace('\u2009', ' ');
    }

    @Test
    void theButtonNamesExactlyWhatItDoes() {
        PlanModel model = new PlanModel(plan, picture);
        assertThat(model.act()).isEqualTo("Apply " + plan.changes() + " weights on 2 balancers");
        assertThat(model.title()).isEqualTo("Redistribute web");
        assertThat(plain(model.busiest())).isEqualTo("87 → 83 %");
        assertThat(plain(model.reason())).isEqualTo("Busiest of web at 87 %");
        assertThat(model.changes()).hasSize((int) plan.changes());
        assertThat(model.limit()).isEqualTo(0.9);
    }

    @Test
    void everyCheckBearsItsSign() {
        List<Line> checks = new PlanModel(plan, picture).checks();
        assertThat(checks)
                .extracting(Line::outcome)
                .containsExactly(Outcome.HOLDS, Outcome.HOLDS, Outcome.HOLDS, Outcome.WARNS);
    }

    @Test
    void aWeightThatMovedSinceIsNamedWithBothValues() {
        Picture moved =
                SamplePictures.later(
                        picture,
                        new SampleFleet(picture.time().toEpochMilli())
                                .pool("web", 10, 0.7, 0.88)
                                .hold(1, "web-007", 90, AdminState.READY)
                                .hold(0, "web-003", 60, AdminState.READY)
                                .hold(1, "web-003", 60, AdminState.READY)
                                .build(),
                        5);
        PlanModel model = new PlanModel(plan, moved);
        assertThat(model.moved())
                .isEqualTo(
                        "web-007 on lb-2 now has weight 90, the plan was made at 100: compute it"
                                + " anew");
        assertThat(model.applicable()).isFalse();
        assertThat(model.checks().getLast().outcome()).isEqualTo(Outcome.FAILS);
        assertThat(new PlanModel(plan, picture).applicable()).isTrue();
    }

    @Test
    void anOldPlanSaysHowOldItIs() {
        assertThat(new PlanModel(plan, picture).computed()).isEqualTo("Computed 03:58:11");
        Picture later = SamplePictures.later(picture, picture.fleet(), 89);
        assertThat(plain(new PlanModel(plan, later).computed())).isEqualTo("Computed 1 m 30 s ago");
    }

    @Test
    void shareChangesAreRelative() {
        assertThat(PlanModel.shareChange(new Move("a", 100, 80, 0.9f, 0.7f, 0.10, 0.08)))
                .isCloseTo(-0.2, Offset.offset(1e-9));
        assertThat(PlanModel.shareChange(new Move("a", 0, 80, 0.9f, 0.7f, 0, 0.08))).isNaN();
    }

    @Test
    void whatBecameOfAnActIsSaidPerBalancer() {
        Reply reply =
                new Reply(
                        false,
                        "ignored where the act says more",
                        null,
                        new ActResult(
                                "a1",
                                ActResult.Outcome.INTERRUPTED,
                                "lb-2 stopped answering half-way.",
                                List.of(
                                        new BalancerResult(
                                                "lb-1",
                                                true,
                                                "",
                                                Knob.weights(Map.of("web-001", 9))),
                                        new BalancerResult("lb-2", false, "no answer", Map.of()),
                                        new BalancerResult("lb-3", false, "", Map.of()))));
        assertThat(Outcomes.lines(reply))
                .containsExactly(
                        new Line(Outcome.FAILS, "lb-2 stopped answering half-way."),
                        new Line(Outcome.HOLDS, "lb-1: everything read back as wanted"),
                        new Line(Outcome.FAILS, "lb-2: no answer"),
                        new Line(Outcome.FAILS, "lb-3: could not be read back"));
    }

    @Test
    void aRefusalWithoutAnActIsItsMessage() {
        assertThat(Outcomes.lines(new Reply(false, "Enter Operate first.", null, null)))
                .containsExactly(new Line(Outcome.FAILS, "Enter Operate first."));
    }

    @Test
    void undoShowsWeightsNowAndBackByBalancer() {
        UndoModel model = new UndoModel(SamplePictures.lease(), SamplePictures.overload());
        assertThat(model.title()).isEqualTo("Undo redistribute checkout");
        assertThat(model.act()).isEqualTo("Undo 2 weights on 2 balancers");
        assertThat(model.lines())
                .containsExactly(
                        new UndoModel.Line("checkout-004", "100", "90", "lb-2"),
                        new UndoModel.Line("checkout-009", "100", "75", "lb-1, lb-2"));
    }

    @Test
    void balancersThatAgreeShareALine() {
        Map<Knob, Integer> before = Knob.weights(Map.of("web-001", 100, "web-003", 100));
        Lease lease =
                Leases.of(
                        "a1",
                        "redistribute",
                        "web",
                        "web",
                        "ops-1",
                        "",
                        SamplePictures.NOW,
                        null,
                        Lease.State.ACTIVE,
                        "",
                        List.of("lb-1", "lb-2"),
                        Map.of("lb-1", before, "lb-2", before));
        UndoModel model = new UndoModel(lease, picture);
        assertThat(model.lines())
                .containsExactly(new UndoModel.Line("web-003", "60", "100", "lb-1, lb-2"));
        assertThat(model.act()).isEqualTo("Undo 1 weight on 2 balancers");
    }

    @Test
    void undoOfUnknownWeightsClaimsNoNumber() {
        UndoModel model = new UndoModel(SamplePictures.unknownLease(), SamplePictures.overload());
        assertThat(model.act()).isEqualTo("Undo");
        assertThat(model.lines()).isEmpty();
        assertThat(model.reason()).isEqualTo("No reason was given.");
    }
}
