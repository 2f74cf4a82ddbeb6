package io.spillway.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Drift;
import io.spillway.alarm.Alarms;
import io.spillway.desk.Picture;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Metric;
import io.spillway.ui.SamplePictures;
import io.spillway.ui.board.ActionsModel.Line;
import io.spillway.ui.board.ActionsModel.Tone;
import io.spillway.ui.plot.Limit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionsModelTest {
    private static Picture drifting(Drift... drifts) {
        Picture p = SamplePictures.overload();
        return new Picture(
                p.tick(),
                p.time(),
                p.site(),
                null,
                p.interval(),
                p.state(),
                p.mode(),
                p.fleet(),
                p.sources(),
                p.window(),
                p.day(),
                p.outlook(),
                Alarms.none(),
                p.plans(),
                p.leases(),
                List.of(drifts),
                List.of(),
                p.relief());
    }

    @Test
    void actsInForceComeFirstWithTheirDriftsThenThoseThatEnded() {
        List<Line> lines = new ActionsModel(SamplePictures.overload()).lines();
        assertThat(lines)
                .extracting(Line::what)
                .containsExactly(
                        "Redistribute checkout",
                        "Drift on lb-2",
                        "Drift on lb-2",
                        "Redistribute api, given back");
        assertThat(lines.getFirst())
                .isEqualTo(
                        new Line(
                                Tone.IN_FORCE,
                                "Redistribute checkout",
                                "Even out after the deploy",
                                "ops-1",
                                "03:39:10",
                                "10:58",
                                "k3"));
        assertThat(lines.getLast().undo()).isEmpty();
    }

    @Test
    void aDriftSaysWhatWasIntendedAndWhatIs() {
        List<Line> lines =
                new ActionsModel(
                                drifting(
                                        new Drift(
                                                "k3",
                                                "lb-2",
                                                "web",
                                                Knob.weight("web-03"),
                                                128,
                                                100,
                                                "reloaded")))
                        .lines();
        assertThat(lines.get(1).reason()).isEqualTo("weight web-03 128 → 100, reloaded");
        assertThat(lines.get(1).tone()).isEqualTo(Tone.TROUBLE);
    }

    @Test
    void manyDriftsOfOneCauseShareALine() {
        List<Drift> many = new ArrayList<>();
        for (int i = 1; i <= 33; i++) {
            many.add(new Drift("k3", "lb-2", "web", Knob.weight("web-" + i), 128, 100, "reloaded"));
        }
        List<Line> lines = new ActionsModel(drifting(many.toArray(Drift[]::new))).lines();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1).reason())
                .isEqualTo(
                        "weights web-1 128 → 100, web-2 128 → 100, web-3 128 → 100 and 30 more,"
                                + " reloaded");
    }

    @Test
    void aDriftOfAnActNoLongerListedIsStillShown() {
        List<Line> lines =
                new ActionsModel(
                                drifting(
                                        new Drift(
                                                "gone",
                                                "lb-1",
                                                "web",
                                                Knob.weight("web-1"),
                                                1,
                                                2,
                                                "")))
                        .lines();
        assertThat(lines)
                .extracting(Line::reason)
                .contains("weight web-1 1 → 2, changed elsewhere");
    }

    @Test
    void anInterruptedActIsTroubleAndMayBeUndone() {
        Picture p = SamplePictures.overload();
        Picture interrupted =
                SamplePictures.with(
                        p, p.mode(), List.of(), List.of(SamplePictures.unknownLease()), List.of());
        Line line = new ActionsModel(interrupted).lines().getFirst();
        assertThat(line.what()).isEqualTo("Redistribute web, interrupted");
        assertThat(line.reason()).isEqualTo("lb-2 may hold only part of it.");
        assertThat(line.tone()).isEqualTo(Tone.TROUBLE);
        assertThat(line.undo()).isEqualTo("k7");
        assertThat(line.ends()).isEqualTo("–");
    }

    @Test
    void theSummaryCounts() {
        assertThat(new ActionsModel(SamplePictures.overload()).summary())
                .isEqualTo("1 in force · 2 weights not as set · 1 ended in the last hour");
        assertThat(new ActionsModel(SamplePictures.healthy()).summary()).isEmpty();
    }

    @Test
    void blindPlotsSaySinceWhenAndWhy() {
        PlotsModel blind = plots(SamplePictures.blind());
        assertThat(blind.blindSince(Metric.CPU)).isEqualTo(SamplePictures.NOW.minusSeconds(51));
        assertThat(blind.blindSince(Metric.REQUESTS)).isNull();
        assertThat(blind.blindReason()).contains("refuses connections");
    }

    @Test
    void onlyOverloadTakesAnAlarmsColour() {
        assertThat(plots(SamplePictures.practice()).overloaded()).isFalse();
        assertThat(plots(SamplePictures.overload()).limits())
                .singleElement()
                .matches(l -> l.active() && l.value() == 0.9);
        assertThat(plots(SamplePictures.healthy()).limits()).noneMatch(Limit::active);
    }

    private static PlotsModel plots(Picture picture) {
        return new PlotsModel(picture, picture.window());
    }
}
