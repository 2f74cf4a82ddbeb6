package io.spillway.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.fill.Aim;
import io.spillway.relief.fill.Fill;
import io.spillway.relief.fill.Filling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for every plan, whatever the pool.
abstract class RedistributeProperties {
    @Provide
    Arbitrary<PoolInput> pools() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 40),
                        Arbitraries.of(1, 3, 10, 100, 256),
                        Arbitraries.doubles().between(0.1, 1.6),
                        Arbitraries.of(0.0, 0.1, 0.3),
                        Arbitraries.longs())
                .as(RedistributeProperties::pool);
    }

    private static PoolInput pool(int n, int top, double use, double odd, long seed) {
        Random random = new Random(seed);
        int[] weights = new int[n];
        double[] capacities = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            weights[i] = 1 + random.nextInt(top);
            capacities[i] = 50 + random.nextInt(400);
            total += capacities[i];
        }
        List<ServerInput> servers = new ArrayList<>();
        for (ServerInput s : Pools.loaded(use * total, weights, capacities)) {
            servers.add(random.nextDouble() < odd ? spoilt(s, random) : noisy(s, random));
        }
        return Pools.input(servers);
    }

    private static ServerInput spoilt(ServerInput s, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Pools.with(s, AdminState.DRAIN, OperState.UP, Quality.LIVE);
            case 1 -> Pools.with(s, AdminState.READY, OperState.DOWN, Quality.LIVE);
            case 2 -> Pools.with(s, AdminState.READY, OperState.UP, Quality.OLD);
            case 3 -> Pools.server(s.name(), 0, 0, 0);
            default -> Pools.server(s.name(), Pools.weight(s), Double.NaN, 10);
        };
    }

    private static ServerInput noisy(ServerInput s, Random random) {
        double cpu = Math.min(1, s.cpu() * (0.9 + 0.2 * random.nextDouble()));
        double requests = s.requests() * (0.95 + 0.1 * random.nextDouble());
        return Pools.server(s.name(), Pools.weight(s), cpu, requests);
    }

    @Property
    void weightsAreAllowedAndEnoughStayInService(@ForAll("pools") PoolInput input) {
        Plan plan = Redistribute.plan(input);
        for (Map<Knob, Integer> stage : plan.stages()) {
            assertThat(stage.values()).allMatch(w -> w >= 0 && w <= 256);
        }
        Load load = new Load(input);
        int before = 0;
        int after = 0;
        for (int i = 0; i < load.size(); i++) {
            Move move = Pools.move(plan, load.name(i));
            assertThat(load.inService(i) && move.weightNow() == 0 && move.weightAfter() > 0)
                    .isFalse();
            before += load.inService(i) && move.weightNow() > 0 ? 1 : 0;
            after += load.inService(i) && move.weightAfter() > 0 ? 1 : 0;
        }
        int needed = Math.max(input.pool().required(load.size()), (load.size() + 1) / 2);
        assertThat(after).isGreaterThanOrEqualTo(Math.min(before, needed));
        plan.goal()
                .forEach((n, w) ->
                        assertThat(Pools.move(plan, n.name()).weightAfter()).isEqualTo(w));
    }

    @Property
    void nobodyIsPushedAboveTheLimit(@ForAll("pools") PoolInput input) {
        Plan plan = Redistribute.plan(input);
        double limit = input.pool().cpuLimit();
        for (Move move : plan.servers()) {
            if (move.shareAfter() > move.shareNow() + 1e-9) {
                assertThat((double) move.cpuAfter()).isLessThanOrEqualTo(limit + 1e-6);
            }
        }
        assertThat(plan.applicable()).isEqualTo(!plan.stages().isEmpty());
    }

    @Property
    void serversThatAreLeftAloneKeepTheirShareToTheBit(@ForAll("pools") PoolInput input) {
        Load load = new Load(input);
        Plan plan = Redistribute.plan(input);
        for (int i = 0; i < load.size(); i++) {
            Move move = Pools.move(plan, load.servers.get(i).name());
            if (!load.changeable(i)) {
                assertThat(move.shareAfter()).isEqualTo(move.shareNow(), within(1e-12));
                assertThat(Float.valueOf(move.cpuAfter())).isEqualTo(Float.valueOf(move.cpuNow()));
            }
        }
    }

    @Property
    void theSumIsKept(@ForAll("pools") PoolInput input) {
        Plan plan = Redistribute.plan(input);
        Load load = new Load(input);
        Aim aim = load.aim(load.cautious());
        Filling filling = Fill.plan(load.cautious(), load.anyFull() ? aim.lowest() : aim);
        long now = plan.servers().stream().mapToLong(Move::weightNow).sum();
        long after = plan.servers().stream().mapToLong(Move::weightAfter).sum();
        if (plan.stages().isEmpty()) {
            assertThat(after).isEqualTo(now);
        } else {
            assertThat(after * filling.dividedBy()).isEqualTo(now * filling.scaledBy());
        }
    }

    @Property
    void takenBackEverythingIsAsItWas(@ForAll("pools") PoolInput input) {
        Plan plan = Redistribute.plan(input);
        Map<String, Map<Knob, Integer>> state = new HashMap<>();
        plan.balancers().forEach((lb, weights) -> state.put(lb, new HashMap<>(weights)));
        for (Map<Knob, Integer> stage : plan.stages()) {
            state.values().forEach(weights -> weights.putAll(stage));
        }
        plan.balancers()
                .forEach((lb, before) -> {
                    Map<Knob, Integer> back = new HashMap<>(before);
                    back.keySet().retainAll(plan.goal().keySet());
                    state.getOrDefault(lb, new HashMap<>()).putAll(back);
                });
        assertThat(state).isEqualTo(plan.balancers());
    }

    @Property
    void neverMakesTheBusiestBusier(@ForAll("pools") PoolInput input) {
        Plan plan = Redistribute.plan(input);
        if (!Double.isNaN(plan.before())) {
            assertThat(plan.after()).isLessThanOrEqualTo(plan.before());
        }
        assertThat(plan.stages().isEmpty()).isEqualTo(plan.changes() == 0);
    }

    @Property
    void onceAppliedThereIsNothingLeftToDo(@ForAll("pools") PoolInput input) {
        Plan plan = Redistribute.plan(input);
        // Who is above the limit is sent no more, and once it is below may be.
        if (plan.before() <= input.pool().cpuLimit()) {
            Plan again = Redistribute.plan(Pools.predicted(input, plan));
            assertThat(again.stages()).isEmpty();
        }
    }

    @Property
    void theOrderOfServersDoesNotMatter(@ForAll("pools") PoolInput input, @ForAll Random random) {
        List<ServerInput> mixed = new ArrayList<>(input.servers());
        Collections.shuffle(mixed, random);
        assertThat(Redistribute.plan(Pools.input(mixed))).isEqualTo(Redistribute.plan(input));
    }

    @Property
    void atNoStageHasAServerMoreThanTwiceItsShare(@ForAll("pools") PoolInput input) {
        Plan plan = Redistribute.plan(input);
        Load load = new Load(input);
        int[] weights = load.weights.clone();
        for (Map<Knob, Integer> stage : plan.stages()) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] =
                        stage.getOrDefault(Knob.weight(load.servers.get(i).name()), weights[i]);
            }
            double[] shares = load.shares(weights);
            for (int i = 0; i < weights.length; i++) {
                Move move = Pools.move(plan, load.servers.get(i).name());
                double most = 2 * Math.max(move.shareNow(), move.shareAfter());
                assertThat(shares[i]).isLessThanOrEqualTo(most + 1e-12);
            }
        }
    }
}
