package io.spillway.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import io.spillway.relief.PoolInput.ServerInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedistributeTest {
    private static final double[] UNEVEN = {400, 400, 200, 200, 100, 100};

    private static Plan uneven(int weight, double demand) {
        int[] weights = new int[6];
        Arrays.fill(weights, weight);
        return Redistribute.plan(Pools.input(Pools.loaded(demand, weights, UNEVEN)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 10, 50, 100, 256})
    void evensOutSixUnequalServersFromAnyWeight(int weight) {
        Plan plan = uneven(weight, 1000);
        assertThat(plan.before()).isEqualTo(1.0);
        assertThat(plan.after()).as("one is full, so all are evened out").isBetween(0.55, 0.63);
        assertThat(plan.applicable()).isTrue();
    }

    @Test
    void aLargeMoveIsCutIntoStepsOfAQuarter() {
        Plan plan = uneven(100, 1000);
        assertThat(plan.steps()).isEqualTo(plan.stages().size()).isEqualTo(3);
        assertThat(plan.stages().getLast())
                .isEqualTo(
                        Knob.weights(
                                Map.of(
                                        "web-00000",
                                        171,
                                        "web-00001",
                                        171,
                                        "web-00002",
                                        86,
                                        "web-00003",
                                        86,
                                        "web-00004",
                                        43,
                                        "web-00005",
                                        43)));
        assertThat(plan.summary())
                .isEqualTo(
                        "Move 24 % of web from 4 busier servers to 2 with room. 6 weights, 2 balancers.");
    }

    @Test
    void noWeightIsLargerThanEveryBalancerTakes() {
        PoolInput ones = Pools.input(Pools.loaded(1000, new int[] {1, 1, 1, 1, 1, 1}, UNEVEN));
        PoolInput hundred =
                new PoolInput(ones.pool(), ones.madeAt(), Double.NaN, 100, ones.servers());
        Plan plan = Redistribute.plan(hundred);
        assertThat(plan.applicable()).isTrue();
        assertThat(plan.stages())
                .allSatisfy(stage -> assertThat(stage.values()).allMatch(w -> w <= 100));
        assertThat(plan.goal().values()).anyMatch(w -> w > 1);
    }

    @Test
    void aWeightOfOneIsDoubledUntilItIsFineEnough() {
        Plan plan = uneven(1, 1000);
        List<Integer> first =
                plan.stages().stream().map(s -> s.get(Knob.weight("web-00000"))).toList();
        List<Integer> last =
                plan.stages().stream().map(s -> s.get(Knob.weight("web-00005"))).toList();
        assertThat(first).containsExactly(2, 4, 8, 16, 32, 64, 128, 158, 189, 219);
        assertThat(last).startsWith(2, 4, 8, 16, 32, 64, 128).endsWith(55);
        assertThat(Pools.texts(plan))
                .contains(
                        "+ Weights are multiplied by 128 first, so that they can be set finely; shares stay");
    }

    @Test
    void saysWhatItLookedAt() {
        Plan plan = uneven(100, 540);
        assertThat(Pools.texts(plan))
                .containsExactly(
                        "+ No server above 90 % after the change (worst: web-00004 68 %)",
                        "+ Weights on lb-1 and lb-2 are as when this plan was computed",
                        "+ 6 of 6 servers stay in service; at least 4 required",
                        "+ No step above 25 %; applied in 2 steps, checked after each",
                        "+ What 6 servers can carry is not learnt yet: all of the CPU there is laid on the requests of now");
        Move hottest = plan.servers().getFirst();
        assertThat(hottest.name()).isEqualTo("web-00004");
        assertThat(hottest.weightNow()).isEqualTo(100);
        assertThat(hottest.weightAfter()).isEqualTo(75);
        assertThat(hottest.cpuNow()).isEqualTo(0.9f, within(0.0001f));
        assertThat(hottest.cpuAfter()).isEqualTo(0.675f, within(0.0001f));
        assertThat(hottest.shareNow()).isEqualTo(1 / 6.0, within(1e-9));
        assertThat(hottest.shareAfter()).isEqualTo(75 / 600.0, within(1e-9));
    }

    @Test
    void anEvenPoolHasNoPlan() {
        Plan plan =
                Redistribute.plan(
                        Pools.input(
                                Pools.loaded(600, new int[] {100, 101}, new double[] {500, 500})));
        assertThat(plan.stages()).isEmpty();
        assertThat(plan.applicable()).isFalse();
        assertThat(plan.after()).isEqualTo(plan.before());
        assertThat(plan.summary())
                .isEqualTo(
                        "Nothing to do: busiest 60 %, mean 60 %; below 75 % traffic stays where it is.");
        assertThat(plan.changes()).isZero();
    }

    @Test
    void namesTheServerWhoseWeightsDisagree() {
        List<ServerInput> servers =
                new ArrayList<>(Pools.loaded(500, new int[] {100, 100}, new double[] {500, 300}));
        ServerInput odd = servers.get(1);
        servers.set(1, weights(odd, Map.of("lb-1", 100, "lb-2", 80)));
        Plan plan = Redistribute.plan(Pools.input(servers));
        assertThat(plan.stages()).isNotEmpty();
        assertThat(plan.applicable()).isFalse();
        assertThat(Pools.texts(plan))
                .contains(
                        "- web-00001 has weight 100 on lb-1 and 80 on lb-2: make them equal first");
        servers.set(1, weights(odd, Map.of("lb-1", 100)));
        plan = Redistribute.plan(Pools.input(servers));
        assertThat(plan.applicable()).isFalse();
        assertThat(Pools.texts(plan))
                .contains("- The weight of web-00001 on lb-2 is not known: check that balancer");
    }

    @Test
    void leavesAloneWhatItCannotJudge() {
        List<ServerInput> servers =
                new ArrayList<>(
                        Pools.loaded(
                                1900,
                                new int[] {50, 50, 50, 50, 50, 50, 50, 0},
                                new double[] {900, 300, 300, 300, 300, 300, 300, 300}));
        servers.set(2, Pools.with(servers.get(2), AdminState.READY, OperState.UP, Quality.OLD));
        servers.set(3, Pools.with(servers.get(3), AdminState.DRAIN, OperState.UP, Quality.LIVE));
        servers.set(4, Pools.with(servers.get(4), AdminState.READY, OperState.DOWN, Quality.LIVE));
        servers.set(5, Pools.server("web-00005", 50, Double.NaN, 100));
        servers.set(6, Pools.server("web-00006", 50, 0.5, 0.2));
        Plan plan = Redistribute.plan(Pools.input(servers));
        assertThat(plan.applicable()).isTrue();
        for (Move m : plan.servers()) {
            if (m.name().equals("web-00000") || m.name().equals("web-00001")) {
                assertThat(m.changesShare()).isTrue();
            } else {
                assertThat(m.changesShare()).as(m.name()).isFalse();
                assertThat(m.weightAfter()).isEqualTo(2 * m.weightNow());
            }
        }
        assertThat(Pools.texts(plan))
                .contains(
                        "+ 6 servers keep their share: web-00002 has an old CPU reading, web-00003 is drained, web-00004 is down and 3 more",
                        "+ 5 of 8 servers stay in service; at least 4 required");
    }

    @Test
    void saysHowMuchNoWeightsCanPlace() {
        Plan plan = uneven(100, 3000);
        assertThat(plan.stages()).as("every server is saturated alike").isEmpty();
        assertThat(Pools.texts(plan))
                .contains(
                        "- web-00000 is at 100 %, above 90 %",
                        "- However it is spread, 526 req/s more come than fit at 70 %: refusing 38 %, or 4 servers more like these, would do");
    }

    @Test
    void aPlanThatHelpsMayStillLeaveServersAboveTheLimit() {
        int[] weights = {120, 80, 100};
        Plan plan =
                Redistribute.plan(
                        Pools.input(Pools.loaded(1300, weights, new double[] {400, 400, 400})));
        assertThat(plan.applicable()).isTrue();
        assertThat(Pools.texts(plan))
                .anyMatch(t -> t.matches("- web-0000\\d would still be at 100 %, above 90 %"));
    }

    @Test
    void withNothingKnownItSaysSo() {
        Plan plan =
                Redistribute.plan(
                        Pools.input(
                                List.of(
                                        Pools.server("a", 10, Double.NaN, 5),
                                        Pools.server("b", 10, Double.NaN, 5))));
        assertThat(plan.before()).isNaN();
        assertThat(plan.stages()).isEmpty();
        assertThat(plan.summary()).startsWith("Nothing to plan with");
        assertThat(Redistribute.plan(Pools.input(List.of())).applicable()).isFalse();
    }

    @Test
    void theStrongestServerTakesWhatOthersGiveUp() {
        double[] capacities = {4000, 100, 100, 100, 100, 100};
        int[] weights = {100, 100, 100, 100, 100, 100};
        Plan plan = Redistribute.plan(Pools.input(Pools.loaded(500, weights, capacities)));
        assertThat(plan.goal().values()).containsOnly(195, 81);
        assertThat(plan.after()).isLessThan(0.7);
    }

    @Test
    void predictsWhatGoingBackWouldBring() {
        PoolInput input =
                Pools.input(Pools.loaded(560, new int[] {171, 171, 86, 86, 43, 43}, UNEVEN));
        Map<String, Integer> equal =
                Map.of(
                        "web-00000",
                        100,
                        "web-00001",
                        100,
                        "web-00002",
                        100,
                        "web-00003",
                        100,
                        "web-00004",
                        100,
                        "web-00005",
                        100);
        assertThat(Redistribute.busiestWith(input, Knob.weights(equal)))
                .isEqualTo(560 / 6.0 / 100, within(1e-9));
        assertThat(Redistribute.busiestWith(input, Knob.weights(Map.of())))
                .isEqualTo(0.4, within(0.01));
    }

    @Test
    void predictsNothingWhereAServerThatWouldGetMoreIsNotKnown() {
        List<ServerInput> servers =
                new ArrayList<>(Pools.loaded(300, new int[] {150, 100, 50}, UNEVEN));
        Map<String, Integer> equal = Map.of("web-00000", 100, "web-00002", 100);
        assertThat(Redistribute.busiestWith(Pools.input(servers), Knob.weights(equal)))
                .isPositive();

        ServerInput more = servers.get(2);
        for (ServerInput unknown :
                List.of(
                        Pools.with(more, AdminState.READY, OperState.UP, Quality.OLD),
                        Pools.server(more.name(), 50, Double.NaN, more.requests()),
                        Pools.server(more.name(), 0, more.cpu(), 0))) {
            servers.set(2, unknown);
            assertThat(Redistribute.busiestWith(Pools.input(servers), Knob.weights(equal)))
                    .as(unknown.toString())
                    .isNaN();
        }
        servers.set(2, Pools.with(more, AdminState.DRAIN, OperState.UP, Quality.OLD));
        Map<String, Integer> less = Map.of("web-00000", 100);
        assertThat(Redistribute.busiestWith(Pools.input(servers), Knob.weights(less)))
                .as("a drained server gets nothing")
                .isPositive();
        servers.set(2, more);
        servers.set(0, Pools.with(servers.get(0), AdminState.READY, OperState.UP, Quality.OLD));
        assertThat(Redistribute.busiestWith(Pools.input(servers), Knob.weights(equal)))
                .as("a server that gets less")
                .isPositive();
    }

    @Test
    void tenThousandServersArePlanned() {
        int n = 10_000;
        int[] weights = new int[n];
        double[] capacities = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = 1 + i % 3;
            capacities[i] = 100 + (i * 7919L) % 400;
        }
        PoolInput input = Pools.input(Pools.loaded(150.0 * n, weights, capacities));
        Plan plan = Redistribute.plan(input);
        assertThat(plan.after()).isLessThan(plan.before());
    }

    private static ServerInput weights(ServerInput s, Map<String, Integer> weights) {
        return new ServerInput(
                s.name(), weights, s.cpu(), s.requests(), s.admin(), s.oper(), s.quality());
    }
}
