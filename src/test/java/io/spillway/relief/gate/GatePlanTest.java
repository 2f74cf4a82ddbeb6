package io.spillway.relief.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.Check;
import io.spillway.relief.Plan;
import io.spillway.relief.gate.GateInput.ServerLoad;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatePlanTest {
    private static final List<RequestClass> CLASSES =
            List.of(
                    new RequestClass("critical", 0),
                    new RequestClass("signed-in browse", 1),
                    new RequestClass("search", 2),
                    new RequestClass("crawlers", 3));
    private static final Pool POOL =
            new Pool(
                    "web",
                    "be",
                    0.9,
                    0,
                    List.of("lb-1", "lb-2"),
                    new Match(Match.By.LABEL, "server", ""));

    private static Map<Knob, Integer> gates(int... shed) {
        Map<Knob, Integer> gates = new HashMap<>();
        for (int k = 0; k < shed.length; k++) {
            gates.put(Knobs.shed(k), shed[k]);
            gates.put(Knobs.limit(k), GateSetting.NO_LIMIT);
        }
        gates.put(new Knob(Kind.EPOCH, "e"), 7);
        return gates;
    }

    private static GateInput input(Map<Knob, Integer> one, Map<Knob, Integer> two) {
        double[] offered = {6_100, 11_400, 7_800, 3_100};
        List<ClassLoad> classes = new ArrayList<>();
        for (RequestClass c : CLASSES) {
            Integer shed = one.get(Knobs.shed(c.rank()));
            double passes = offered[c.rank()] * (1 - (shed == null ? 0 : shed) / 1000.0);
            classes.add(new ClassLoad(c, offered[c.rank()], passes));
        }
        return new GateInput(
                POOL,
                1_000,
                classes,
                List.of(
                        new ServerLoad("s1", 100, 0.95, 0.06, 400),
                        new ServerLoad("s2", 100, 0.70, Double.NaN, 400),
                        new ServerLoad("s3", 100, Double.NaN, 0, Double.NaN)),
                Map.of("lb-1", one, "lb-2", two));
    }

    private static GateInput open() {
        return input(gates(0, 0, 0, 0), gates(0, 0, 0, 0));
    }

    private static Plan rung(GateInput input, int rung) {
        return GatePlan.of(
                input, GateSetting.of(Ladder.standard(CLASSES).rungs().get(rung), CLASSES));
    }

    private static List<String> failing(Plan plan) {
        return plan.checks().stream().filter(c -> !c.passed()).map(Check::text).toList();
    }

    @Test
    void theStandardLadderClosesTheLastClassFirstAndNeverTheFirst() {
        List<Rung> rungs = Ladder.standard(CLASSES).rungs();
        assertThat(rungs)
                .containsExactly(
                        new Rung("open", List.of(1.0, 1.0, 1.0, 1.0)),
                        new Rung("crawlers", List.of(1.0, 1.0, 1.0, 0.4)),
                        new Rung("+ search", List.of(1.0, 1.0, 0.4, 0.4)),
                        new Rung("+ signed-in browse", List.of(1.0, 0.4, 0.4, 0.4)));
    }

    @Test
    void aRungSaysWhatItShedsAndWhatThatDoesToTheBusiestServer() {
        Plan plan = rung(open(), 1);
        assertThat(plan.applicable()).isTrue();
        assertThat(plan.kind()).isEqualTo("gate");
        assertThat(plan.backend()).isEmpty();
        assertThat(plan.summary())
                .isEqualTo(
                        "Gate \"crawlers\" on 2 balancers: sheds about 1,860 req/s, critical untouched.");
        assertThat(plan.goal())
                .isEqualTo(
                        Map.of(
                                Knobs.shed(0),
                                0,
                                Knobs.shed(1),
                                0,
                                Knobs.shed(2),
                                0,
                                Knobs.shed(3),
                                600));
        assertThat(plan.stages()).hasSize(1);
        assertThat(plan.changes()).isEqualTo(1);
        assertThat(plan.allows()).isEqualTo(Map.of(Knobs.shed(3), new Plan.Range(440, 880)));
        assertThat(plan.before()).isEqualTo(0.95);
        double left = 1 - 1_860 / 28_400.0;
        assertThat(plan.after()).isCloseTo(0.06 + 0.89 * left, within(1e-9));
        assertThat(plan.classes().getLast().admittedAfter()).isCloseTo(1_240, within(1e-6));
        assertThat(plan.classes().getFirst().admittedAfter()).isEqualTo(6_100);
        assertThat(plan.servers()).extracting(m -> m.name()).containsExactly("s1", "s2", "s3");
        assertThat(plan.checks())
                .extracting(Check::text)
                .contains(
                        "critical untouched: none refused",
                        "Busiest server (s1) 95 % → 89 %, not above 90 %",
                        "crawlers to 40 %; follows the load between 12 % and 56 %");
    }

    @Test
    void gatingTheFirstClassIsSaidAndNeverMovesByItself() {
        Plan shed = GatePlan.of(open(), new GateSetting("all", Map.of(0, 10), Map.of()));
        Plan limited = GatePlan.of(open(), GateSetting.limit(CLASSES.getFirst(), 5_000));
        for (Plan plan : List.of(shed, limited)) {
            assertThat(failing(plan))
                    .contains("critical would be gated, which takes a second operator");
            assertThat(plan.allows()).isEmpty();
        }
    }

    @Test
    void openingGoesInSmallStepsTheMostCriticalFirst() {
        GateInput closed = input(gates(0, 0, 150, 600), gates(0, 0, 150, 600));
        Plan plan = rung(closed, 0);
        assertThat(plan.summary())
                .startsWith("Gate \"open\" on 2 balancers: lets in about 3,030 req/s");
        assertThat(plan.stages()).hasSize(8);
        assertThat(plan.stages().getFirst())
                .isEqualTo(
                        new LinkedHashMap<>(
                                Map.of(
                                        Knobs.shed(0),
                                        0,
                                        Knobs.shed(1),
                                        0,
                                        Knobs.shed(2),
                                        50,
                                        Knobs.shed(3),
                                        600)));
        assertThat(plan.stages().get(1))
                .containsEntry(Knobs.shed(2), 0)
                .containsEntry(Knobs.shed(3), 550);
        assertThat(plan.goal().values()).containsOnly(0);
        assertThat(rung(open(), 0).applicable()).isFalse();
    }

    @Test
    void balancersMustBeKnownAndAgree() {
        assertThat(failing(rung(input(gates(0, 0, 0, 0), Map.of()), 1)))
                .contains("How the gates of lb-2 stand is not known: check that balancer");
        assertThat(failing(rung(input(gates(0, 0, 0, 0), gates(0, 0, 0)), 1)))
                .contains("lb-2 has no line for \"3\": add it to the shed map there");
        Plan plan = rung(input(gates(0, 0, 0, 0), gates(0, 0, 0, 100)), 1);
        assertThat(failing(plan))
                .contains("shed 3 stands at 100 on lb-2 and at 0 on lb-1: make them equal first");
        assertThat(plan.applicable()).isFalse();
    }

    @Test
    void aLimitIsSplitAmongBalancers() {
        Plan plan = GatePlan.of(open(), GateSetting.limit(CLASSES.get(2), 1_001));
        assertThat(plan.goal()).isEqualTo(Map.of(Knobs.limit(2), 500));
        assertThat(plan.summary()).contains("sheds about 6,800 req/s");
        assertThat(plan.classes().get(2).admittedAfter()).isEqualTo(1_000);
        Plan none = GatePlan.of(open(), GateSetting.limit(CLASSES.get(2), GateSetting.NO_LIMIT));
        assertThat(none.applicable()).isFalse();
    }

    @Test
    void whatFitsIsSharedOutByRank() {
        GateSetting setting = GateSetting.fitting(open(), 20_000);
        assertThat(setting.shed()).isEqualTo(Map.of(0, 0, 1, 0, 2, 680, 3, 980));
        assertThat(GateSetting.fitting(open(), 5_000).shed())
                .isEqualTo(Map.of(0, 0, 1, 980, 2, 980, 3, 980));
        assertThat(GateInput.target(0.65)).isCloseTo(0.8, within(1e-9));
        assertThat(GateInput.target(0.85)).isEqualTo(0.88);
    }

    @Test
    void aNewDrawChangesTheEpochEverywhere() {
        Plan plan = GatePlan.redraw(open());
        assertThat(plan.goal()).isEqualTo(Map.of(new Knob(Kind.EPOCH, "e"), 8));
        assertThat(plan.applicable()).isTrue();
    }

    @Test
    void aSourceIsCappedAndTheCapLifted() {
        Knob source = new Knob(Kind.SOURCE_CAP, "203.0.113.7");
        Plan plan = CapPlan.of(open(), source, 900, 100);
        assertThat(plan.goal()).isEqualTo(Map.of(source, 50));
        assertThat(plan.balancers().get("lb-1")).isEqualTo(Map.of(source, Knob.ABSENT));
        assertThat(plan.summary())
                .isEqualTo("Cap 203.0.113.7 to 100 req/s: sheds about 800 req/s.");
        assertThat(plan.after()).isLessThan(plan.before());
        assertThat(plan.applicable()).isTrue();
        assertThat(failing(CapPlan.of(open(), source, 20_000, 100)))
                .containsExactly(
                        "It brings 70 % of all requests: if it is a proxy before the site, this caps everybody");
        assertThat(CapPlan.of(open(), source, 900, Knob.ABSENT).applicable()).isFalse();
        Map<Knob, Integer> capped = gates(0, 0, 0, 0);
        capped.put(source, 50);
        Plan lift = CapPlan.of(input(capped, capped), source, 50, Knob.ABSENT);
        assertThat(lift.goal()).isEqualTo(Map.of(source, Knob.ABSENT));
        assertThat(lift.applicable()).isTrue();
    }

    @Test
    void maxconnIsWhatAServerCanWorkOn() {
        Knob one = new Knob(Kind.MAXCONN, "s1");
        Knob two = new Knob(Kind.MAXCONN, "s2");
        Map<Knob, Integer> now = Map.of(one, 0, two, 200);
        var servers =
                List.of(
                        new MaxconnPlan.Ability("s1", 400, 0.05, 30),
                        new MaxconnPlan.Ability("s2", 101, 0.05, 3),
                        new MaxconnPlan.Ability("s3", Double.NaN, 0.05, 3));
        Plan plan = MaxconnPlan.of(POOL, 1_000, servers, Map.of("lb-1", now, "lb-2", now));
        assertThat(plan.goal()).isEqualTo(Map.of(one, 10, two, 3));
        assertThat(plan.backend()).isEqualTo("be");
        assertThat(plan.applicable()).isTrue();
        assertThat(failing(plan))
                .containsExactly(
                        "More in flight than that now on 1 server: new requests wait until it falls");
        assertThat(MaxconnPlan.of(POOL, 1_000, servers, Map.of("lb-1", now)).applicable())
                .isFalse();
    }
}
