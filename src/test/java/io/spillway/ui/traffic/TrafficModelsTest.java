package io.spillway.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.spillway.desk.LeaseAct;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Relief;
import io.spillway.fleet.Knob;
import io.spillway.relief.Check;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Plan;
import io.spillway.ui.SampleTraffic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficModelsTest {
    private static final Picture SURGE = SampleTraffic.surge();

    private static Plan plan(
            int shedNow, int shedAfter, double now, double after, Check... checks) {
        return new Plan(
                "gate",
                "web",
                "",
                SURGE.time().toEpochMilli(),
                0.96,
                0.90,
                List.of(),
                List.of(
                        new ClassMove("critical", 0, 6100, 6100, 6100, 0, 0),
                        new ClassMove("crawlers", 5, 3100, now, after, shedNow, shedAfter)),
                List.of(Map.of(new Knob(Knob.Kind.SHED, "5"), shedAfter)),
                0,
                Map.of(),
                Map.of("lb-1", Map.of(), "lb-2", Map.of()),
                List.of(checks),
                "");
    }

    @Test
    void gatesSayWhatPassesAndTheLadderWhichRungHolds() {
        GatesModel model = new GatesModel(SampleTraffic.relief(1), null, -1);
        assertThat(model.rows())
                .extracting(GatesModel.Row::gate)
                .containsExactly("open", "open", "open", "open", "open", "40\u2009%");
        assertThat(model.ladder().stream().filter(GatesModel.Step::inForce))
                .extracting(GatesModel.Step::label)
                .containsExactly("1 crawlers");
        assertThat(model.summary())
                .isEqualTo("refused now 1.9\u2009k/s · critical never gated by a preset");
    }

    @Test
    void aPreviewIsDrawnIntoTheGatesThatItChangesOnly() {
        GatesModel model = new GatesModel(SampleTraffic.relief(0), plan(0, 600, 3100, 1240), 1);
        assertThat(model.rows().stream().filter(GatesModel.Row::previewed))
                .extracting(GatesModel.Row::name, GatesModel.Row::gate, GatesModel.Row::share)
                .containsExactly(tuple("crawlers", "40\u2009% (preview)", 0.4));
        assertThat(model.ladder().stream().filter(GatesModel.Step::previewed))
                .extracting(GatesModel.Step::label)
                .containsExactly("1 crawlers");
    }

    @Test
    void noGatesAreNoRows() {
        GatesModel model = new GatesModel(Relief.none(), null, -1);
        assertThat(model.any()).isFalse();
        assertThat(model.summary()).isEmpty();
    }

    @Test
    void thePreviewSaysWhatIsShedAndWhatTheButtonDoes() {
        Check failing = new Check(false, false, "web-017 is saturated");
        PreviewModel model =
                new PreviewModel(
                        new PlanRequest.Gate("1"),
                        plan(0, 600, 3100, 1263, new Check(true, true, "none refused"), failing),
                        SURGE);
        assertThat(model.title()).isEqualTo("Gate 1: crawlers to 40\u2009%");
        assertThat(model.facts())
                .containsExactly(
                        new PreviewModel.Fact("Sheds", "about 1,840 req/s"),
                        new PreviewModel.Fact("Critical refused", "0"),
                        new PreviewModel.Fact("Busiest server", "96 → 90\u2009%"));
        assertThat(model.act()).isEqualTo("Close gate 1 on 2 balancers");
        assertThat(model.holding()).isEqualTo("1 of 2 checks hold");
        assertThat(model.failing()).hasSize(1);
        assertThat(model.applicable()).isTrue();
    }

    @Test
    void openingLetsIn() {
        Picture shut = SampleTraffic.surge(1);
        PreviewModel model =
                new PreviewModel(new PlanRequest.Gate("0"), plan(600, 0, 1240, 3100), shut);
        assertThat(model.title()).isEqualTo("Open all gates");
        assertThat(model.facts().getFirst())
                .isEqualTo(new PreviewModel.Fact("Lets in", "about 1,860 req/s"));
        assertThat(model.act()).isEqualTo("Open all gates on 2 balancers");
    }

    @Test
    void anActThatIsStuckComesFirstAndIsFinishedOrUndone() {
        List<LeasesModel.Row> rows = new LeasesModel(SURGE).rows();
        LeasesModel.Row first = rows.getFirst();
        assertThat(first.what()).isEqualTo("Gate: crawlers to 40\u2009%, step 1 of 3");
        assertThat(first.emergency()).isTrue();
        assertThat(first.trouble()).isTrue();
        assertThat(first.choices())
                .containsExactly(
                        new LeasesModel.Choice("Finish", LeaseAct.FINISH),
                        new LeasesModel.Choice("Undo…", null));
        assertThat(rows)
                .extracting(LeasesModel.Row::what)
                .contains(
                        "Drained web-066",
                        "web-017 weight 100 → 83, step 1 of 2",
                        "Standby web-121 brought in");
    }

    @Test
    void anActSaysWhenItEndsAndHowItCameOut() {
        assertThat(new LeasesModel(SURGE).rows())
                .extracting(LeasesModel.Row::id, LeasesModel.Row::ends, LeasesModel.Row::verdict)
                .contains(
                        tuple("d4", "10:58", "as predicted"),
                        tuple("m1", "29:00", "measuring, 1\u2009m 20\u2009s"),
                        tuple("s2", "kept", "better than predicted"));
    }

    @Test
    void whatWentWrongForOneReasonOnOneBalancerIsOneRow() {
        assertThat(new DriftModel(SURGE).rows())
                .containsExactly(
                        new DriftModel.Row(
                                "w7",
                                "lb-2",
                                "web-029 weight",
                                "100",
                                "80",
                                "changed elsewhere · act w7"),
                        new DriftModel.Row(
                                "m1",
                                "lb-1",
                                "5 weights: web-001, web-002, web-003 and 2 more",
                                "various",
                                "100",
                                "reloaded · act m1"));
    }

    @Test
    void standbyAsksForAsManyAsAreAdvised() {
        StandbyModel model = new StandbyModel(SURGE);
        assertThat(model.pools())
                .extracting(StandbyModel.PoolRow::button)
                .containsExactly("", "Bring in 2");
        assertThat(model.pools().getLast().request()).isEqualTo(new PlanRequest.Standby("web", 2));
        assertThat(model.leaving())
                .extracting(StandbyModel.LeavingRow::left)
                .containsExactly("about 6\u2009m 12\u2009s", "not known");
    }
}
