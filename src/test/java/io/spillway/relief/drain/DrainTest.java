package io.spillway.relief.drain;

import static io.spillway.relief.serving.Members.even;
import static io.spillway.relief.serving.Members.member;
import static io.spillway.relief.serving.Members.pool;
import static io.spillway.relief.serving.Members.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.relief.Plan;
import io.spillway.relief.drain.Draining.Look;
import io.spillway.relief.serving.Member;
import io.spillway.relief.serving.Members;
import io.spillway.relief.serving.Serving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrainTest {
    private static Serving six(double each, int least) {
        return new Serving(pool(least), even(6, each), 0);
    }

    @Test
    void oneOfSix() {
        Plan plan = DrainPlans.drain(six(400, 3), List.of("web-3"), Members.NOW);
        assertThat(plan.applicable()).isTrue();
        assertThat(plan.goal()).isEqualTo(Map.of(Knob.state("web-3"), 1));
        assertThat(plan.summary())
                .isEqualTo("Drain web-3 of web: 17 % of its load goes to 5 others.");
        assertThat(texts(plan))
                .containsExactly(
                        "+ 5 of 6 servers stay in service; at least 3 required",
                        "+ No server above 90 % then (worst: web-1 58 %)",
                        "+ If web-1 is lost then, the busiest is at 70 %",
                        "+ 7 requests in flight there now",
                        "+ Clients that stick to a server by cookie keep coming until they leave it");
    }

    @Test
    void belowTheMinimumIsRefused() {
        List<String> three = List.of("web-1", "web-2", "web-3");
        Plan plan = DrainPlans.maintenance(six(100, 4), three, Members.NOW);
        assertThat(plan.applicable()).isFalse();
        assertThat(plan.goal()).containsEntry(Knob.state("web-1"), 2).hasSize(3);
        assertThat(texts(plan)).contains("! 3 of 6 servers stay in service; at least 4 required");
    }

    @Test
    void underHalfIsRefusedWhateverTheMinimum() {
        List<String> four = List.of("web-1", "web-2", "web-3", "web-4");
        assertThat(DrainPlans.drain(six(10, 1), four.subList(0, 3), Members.NOW).applicable())
                .isTrue();
        Plan plan = DrainPlans.drain(six(10, 1), four, Members.NOW);
        assertThat(plan.applicable()).isFalse();
        assertThat(texts(plan))
                .contains(
                        "! Only 2 of 6 servers would be active, under half: bring others back first");
    }

    @Test
    void whoeverWouldBeOverloadedIsNamed() {
        Plan plan = DrainPlans.drain(six(690, 3), List.of("web-1"), Members.NOW);
        assertThat(plan.applicable()).isFalse();
        assertThat(texts(plan))
                .contains(
                        "! web-2 at 93 %, web-3 at 93 %, web-4 at 93 % and 2 more then, above 90 %");
    }

    @Test
    void unknownNamesAndStatesAreRefused() {
        assertThat(texts(DrainPlans.drain(six(100, 1), List.of("web-9"), Members.NOW)))
                .contains("! web has no server web-9: check the name");
        List<Member> members = new ArrayList<>(even(5, 100));
        members.add(member(6, AdminState.UNKNOWN, 100));
        Serving serving = new Serving(pool(1), members, 0);
        assertThat(texts(DrainPlans.drain(serving, List.of("web-6"), Members.NOW)))
                .contains("! The state of web-6 on lb-1 is not known: check that balancer");
    }

    @Test
    void readyBringsBackAndSaysHow() {
        List<Member> members = new ArrayList<>(even(4, 100));
        members.add(member(5, AdminState.DRAIN, 0));
        members.add(member(6, AdminState.MAINT, 0));
        Serving serving = new Serving(pool(1), members, 0);
        Plan plan = DrainPlans.ready(serving, List.of("web-5", "web-6"), Members.NOW);
        assertThat(plan.applicable()).isTrue();
        assertThat(texts(plan))
                .contains(
                        "+ web-5 has its whole share at once",
                        "+ web-6 comes back by the balancers' slow start, if it has one");
        assertThat(DrainPlans.ready(serving, List.of("web-1"), Members.NOW).applicable()).isFalse();
    }

    private static Draining looks(double perSecond, double arriving, double... inFlight) {
        Draining draining = Draining.begun();
        for (int i = 0; i < inFlight.length; i++) {
            long time = Members.NOW + Math.round(i * 1000 / perSecond);
            draining = draining.with(new Look(time, inFlight[i], arriving));
        }
        return draining;
    }

    @Test
    void theEndIsForetoldFromWhatFalls() {
        double[] halving = new double[31];
        for (int i = 0; i < halving.length; i++) {
            halving[i] = 256 * Math.pow(2, -i / 10.0);
        }
        Drained drained = Drained.of(looks(1, 0, halving));
        // 32 are left; they halve every 10 s, so that half a one is left after 60 s.
        assertThat(drained.left()).isEqualTo(Duration.ofSeconds(60));
        assertThat(drained.text()).isEqualTo("32 requests in flight, empty in about 1 min");
    }

    @Test
    void whatDoesNotFallHasNoEnd() {
        Drained steady = Drained.of(looks(0.1, 12.4, 40, 41, 39, 40, 41));
        assertThat(steady.left()).isNull();
        assertThat(steady.text())
                .isEqualTo(
                        "41 requests in flight, 12 req/s still arrive from clients that stick to"
                                + " it, when it will be empty is not known");
        assertThat(Drained.of(looks(1, 0, 40, 30)).left()).as("seen too shortly").isNull();
        assertThat(Drained.of(Draining.begun()).text()).isEqualTo("Not read since it was drained");
    }

    @Test
    void emptyIsEmptyUnlessSomebodySticks() {
        assertThat(Drained.of(looks(1, 0, 3, 0)).text()).isEqualTo("0 requests in flight, empty");
        assertThat(Drained.of(looks(1, 2, 3, 0)).text())
                .isEqualTo(
                        "0 requests in flight, 2 req/s still arrive from clients that stick to it");
    }

    @Test
    void onlyTheLastTwoMinutesCount() {
        Draining draining = looks(0.01, 0, 500, 400, 40, 40, 40);
        assertThat(draining.looks()).hasSize(2);
        assertThat(draining.with(new Look(Members.NOW, 1, 0))).isEqualTo(draining);
        assertThat(draining.with(new Look(Members.NOW * 2, Double.NaN, 0))).isEqualTo(draining);
    }
}
