package io.spillway.relief.standby;

import static io.spillway.relief.serving.Members.even;
import static io.spillway.relief.serving.Members.idle;
import static io.spillway.relief.serving.Members.pool;
import static io.spillway.relief.serving.Members.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.serving.Member;
import io.spillway.relief.serving.Members;
import io.spillway.relief.serving.Serving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandbyPlansTest {
    /// Four servers with 600 req/s each (70 % of CPU), two in reserve.
    private static Serving four(double demand) {
        List<Member> members = new ArrayList<>(even(4, 600));
        members.add(idle(5));
        members.add(idle(6));
        return new Serving(pool(3, "web-5", "web-6"), members, demand);
    }

    private static double after(Plan plan, String name) {
        return plan.servers().stream()
                .filter(m -> m.name().equals(name))
                .mapToDouble(Move::cpuAfter)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void standbyServersAreMadeReadyAndEachServersCpuIsForetold() {
        Plan plan = StandbyPlans.bringIn(four(2400), 2, Members.NOW);
        assertThat(plan.applicable()).isTrue();
        assertThat(plan.stages())
                .containsExactly(Map.of(Knob.state("web-5"), 0, Knob.state("web-6"), 0));
        assertThat(plan.balancers().get("lb-2"))
                .containsEntry(Knob.state("web-5"), 2)
                .containsEntry(Knob.state("web-1"), 0)
                .containsEntry(Knob.weight("web-1"), 100);
        assertThat(plan.before()).isEqualTo(0.7, within(1e-6));
        // 2,400 over six: 400 each.
        assertThat(after(plan, "web-1")).isEqualTo(0.5, within(1e-6));
        // Never seen: 0.1 + 400 * 0.001 / 0.85.
        assertThat(after(plan, "web-5")).isEqualTo(0.1 + 0.4 / 0.85, within(1e-6));
        assertThat(plan.summary())
                .isEqualTo(
                        "Bring in web-5 and web-6 for web: 6 instead of 4 serve, in full after"
                                + " 2 min 30 s.");
        assertThat(texts(plan))
                .containsExactly(
                        "+ Slow start: half of the share after 15 s, all after 30 s",
                        "+ No server above 90 % at the end of slow start (worst: web-5 57 %)",
                        "+ If web-1 is lost then, the busiest is at 66 %");
    }

    @Test
    void asManyAsThereAre() {
        assertThat(StandbyPlans.bringIn(four(2400), 9, Members.NOW).goal()).hasSize(2);
        List<Member> all = even(6, 400);
        Plan none =
                StandbyPlans.bringIn(
                        new Serving(pool(3, "web-5", "web-6"), all, 2400), 1, Members.NOW);
        assertThat(none.applicable()).isFalse();
        assertThat(none.summary()).startsWith("Nothing to bring in");
    }

    @Test
    void whatIsNoStandbyServerIsNotBroughtIn() {
        Plan plan = StandbyPlans.bringIn(four(2400), List.of("web-1", "web-5"), Members.NOW);
        assertThat(plan.applicable()).isFalse();
        assertThat(texts(plan))
                .contains(
                        "! web-1 is no standby server of this pool: name one in its configuration");
    }

    @Test
    void aServerThatComesFromADrainHasNoSlowStart() {
        List<Member> members = new ArrayList<>(even(4, 600));
        members.add(Members.member(5, AdminState.DRAIN, 0));
        Plan plan = StandbyPlans.bringIn(new Serving(pool(3, "web-5"), members, 0), 1, Members.NOW);
        assertThat(texts(plan))
                .contains(
                        "- web-5 does not come out of maintenance, so that slow start does not hold");
    }

    @Test
    void serversGoBackOnlyIfTheRestBearsALoss() {
        Serving calm = new Serving(pool(3, "web-5", "web-6"), even(6, 200), 1200);
        Plan fine = StandbyPlans.takeBack(calm, StandbyPlans.returnable(calm), Members.NOW);
        assertThat(fine.applicable()).isTrue();
        assertThat(fine.goal())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Knob.state("web-6"), 2, Knob.state("web-5"), 2));
        // 1,200 over three: 400 each.
        assertThat(texts(fine)).contains("+ If web-1 is lost then, the busiest is at 50 %");
        Serving busy = new Serving(pool(3, "web-5", "web-6"), even(6, 430), 2580);
        Plan tight = StandbyPlans.takeBack(busy, List.of("web-5", "web-6"), Members.NOW);
        // 2,580 over four are 645 each, 75 %: well; over three 860, 96 %.
        assertThat(tight.applicable()).isFalse();
        assertThat(texts(tight))
                .contains("! If web-1 is lost then, the busiest is at 96 %")
                .contains("+ No server above 90 % then (worst: web-1 75 %)");
    }

    @Test
    void theSituationOfAPoolGivesTheSameNumberAsByHand() {
        // At a target of 70 % each of four takes 600; a standby one 510. 3,400 - 2,400 is 1,000.
        Situation now = Situations.of(four(3400), 0.7, 0, Duration.ofMinutes(1), Members.NOW);
        Advice advice = Advisor.step(Memory.none(), now).advice();
        assertThat(now.one()).isEqualTo(510, within(1e-6));
        assertThat(advice.change()).isEqualTo(2);
        assertThat(advice.gap()).isEqualTo(Duration.ofSeconds(90));
        assertThat(advice.shed()).isEqualTo(3400 - 4 * 800, within(1e-6));
    }
}
