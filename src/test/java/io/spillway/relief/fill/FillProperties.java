package io.spillway.relief.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.relief.fill.FillCases.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for every plan: P1 to P13 of `docs/relief-planner.md`.
abstract class FillProperties {
    @Provide
    Arbitrary<Case> mixed() {
        return FillCases.mixed();
    }

    @Provide
    Arbitrary<Case> free() {
        return FillCases.free();
    }

    @Provide
    Arbitrary<Case> tiny() {
        return FillCases.tiny();
    }

    @Property
    void p1KeepsTheSumOfWeightsThatAreAllowed(@ForAll("mixed") Case pool) {
        Filling plan = pool.plan();
        long sum = Arrays.stream(pool.servers().weights()).asLongStream().sum();
        assertThat(plan.goal()).hasSize(pool.servers().size());
        assertThat(Arrays.stream(plan.goal()).asLongStream().sum() * plan.dividedBy())
                .isEqualTo(sum * plan.scaledBy());
        for (int[] stage : plan.stages()) {
            assertThat(Arrays.stream(stage).allMatch(w -> w >= 0 && w <= 256)).isTrue();
        }
    }

    @Property
    void p2NeverRaisesWhatMayNotBeRaised(@ForAll("mixed") Case pool) {
        Filling plan = pool.plan();
        for (int i = 0; i < plan.goal().length; i++) {
            int base = pool.servers().weights()[i] * plan.scaledBy() / plan.dividedBy();
            switch (pool.servers().roles()[i]) {
                case FREE -> assertThat(base > 0 || plan.goal()[i] == 0).isTrue();
                case FALLING -> assertThat(plan.goal()[i]).isLessThanOrEqualTo(base);
                case FROZEN, OUT -> assertThat(plan.goal()[i]).isEqualTo(base);
            }
        }
    }

    @Property
    void p3NobodyEndsAboveTheGoal(@ForAll("mixed") Case pool) {
        Filling plan = pool.plan();
        if (!plan.worthIt() || plan.held() > 0) {
            return;
        }
        double goal = Math.max(pool.aim().target(), plan.star());
        double highest = FillCases.highest(pool.servers(), plan.goal(), pool.aim().demand());
        assertThat(highest).isLessThanOrEqualTo(goal + 1e-9).isEqualTo(plan.after(), within(1e-9));
    }

    @Property
    void p3NobodyIsRaisedAboveTheCeiling(@ForAll("mixed") Case pool) {
        Filling plan = pool.plan();
        double demand = pool.aim().demand();
        for (int i = 0; i < plan.goal().length; i++) {
            if (FillCases.changeable(pool.servers(), i)
                    && plan.goal()[i]
                            > pool.servers().weights()[i] * plan.scaledBy() / plan.dividedBy()) {
                assertThat(FillCases.cpu(pool.servers(), plan.goal(), demand, i))
                        .isLessThanOrEqualTo(pool.aim().ceiling() + 1e-9);
            }
        }
    }

    @Property
    void p4NeverMakesTheBusiestBusier(@ForAll("mixed") Case pool) {
        Filling plan = pool.plan();
        double demand = pool.aim().demand();
        assertThat(plan.after()).isLessThanOrEqualTo(plan.before());
        assertThat(FillCases.highest(pool.servers(), plan.goal(), demand))
                .isLessThanOrEqualTo(
                        FillCases.highest(pool.servers(), pool.servers().weights(), demand) + 1e-9);
    }

    @Property
    void p5OnceAppliedThereIsNothingLeftToDo(@ForAll("mixed") Case pool) {
        Filling plan = pool.plan();
        assertThat(Fill.plan(pool.servers().with(plan.goal()), pool.aim()).worthIt()).isFalse();
    }

    @Property
    void p6ReachesTheLowestLevelThereIs(@ForAll("tiny") Case pool) {
        Assume.that(someMayChange(pool.servers()));
        assertThat(Fill.once(pool.servers(), pool.aim()).star())
                .isEqualTo(new Exhaustive(pool).lowest(), within(1e-9));
    }

    @Property
    void p6TheLevelRisesWithDemandAndFallsWithCost(
            @ForAll("mixed") Case pool, @ForAll Random random) {
        Aim aim = Aim.of(pool.aim().demand(), pool.aim().target());
        double star = Fill.once(pool.servers(), aim).star();
        Aim more = aim.with(aim.demand() * (1 + random.nextDouble()));
        assertThat(Fill.once(pool.servers(), more).star()).isGreaterThanOrEqualTo(star - 1e-9);
        int i = random.nextInt(pool.servers().size());
        double[] cheaper = pool.servers().cost().clone();
        double[] idler = pool.servers().background().clone();
        cheaper[i] *= random.nextDouble();
        idler[i] *= random.nextDouble();
        Servers better =
                new Servers(cheaper, idler, pool.servers().weights(), pool.servers().roles());
        assertThat(Fill.once(better, aim).star()).isLessThanOrEqualTo(star + 1e-9);
    }

    @Property
    void p7ChangesTheFewestServers(@ForAll("tiny") Case pool) {
        Filling plan = Fill.once(pool.servers(), pool.aim());
        if (plan.worthIt()) {
            double goal = Math.max(pool.aim().target(), plan.star());
            assertThat(Exhaustive.changes(pool.servers().weights(), plan.goal()))
                    .isEqualTo(new Exhaustive(pool).fewestChanges(goal));
        }
    }

    @Property
    void p8EveryStepKeepsTheSumAndLiesBetween(@ForAll("mixed") Case pool) {
        Filling plan = Fill.once(pool.servers(), pool.aim());
        int[] from = pool.servers().weights();
        double demand = pool.aim().demand();
        double most =
                FillCases.highest(pool.servers(), from, demand)
                        + FillCases.quantum(pool.servers(), demand);
        for (int[] step : plan.stages()) {
            assertThat(Arrays.stream(step).sum()).isEqualTo(Arrays.stream(from).sum());
            for (int i = 0; i < step.length; i++) {
                int to = plan.goal()[i];
                assertThat(step[i]).isBetween(Math.min(from[i], to), Math.max(from[i], to));
            }
            assertThat(FillCases.highest(pool.servers(), step, demand)).isLessThanOrEqualTo(most);
        }
    }

    @Property
    void p8WhatOnlyMultipliesDoublesAtMostAndMovesNothing(@ForAll("mixed") Case pool) {
        int[] now = pool.servers().weights();
        for (List<int[]> step : pool.plan().steps()) {
            for (int[] stage : step.subList(0, step.size() - 1)) {
                double sum = pool.servers().with(now).inService();
                double then = pool.servers().with(stage).inService();
                for (int i = 0; i < stage.length; i++) {
                    assertThat(stage[i]).isLessThanOrEqualTo(2 * now[i]);
                    assertThat(stage[i] / then).isEqualTo(now[i] / sum, within(1e-12));
                }
                now = stage;
            }
            now = step.getLast();
        }
    }

    @Property
    void p9WhatIsLackingWouldHaveToGo(@ForAll("free") Case pool) {
        Filling plan = pool.plan();
        Assume.that(plan.lacking() > 0 && plan.shed() < 0.999);
        Aim rest = pool.aim().with(pool.aim().demand() - plan.lacking());
        Filling then = Fill.plan(pool.servers(), rest);
        if (!FillCases.capped(pool.servers().with(then.goal()), rest)) {
            double quantum = FillCases.quantum(pool.servers().with(then.goal()), rest.demand());
            assertThat(then.star()).isLessThanOrEqualTo(rest.target() + quantum + 1e-9);
        }
        assertThat(plan.shed() * pool.aim().demand()).isEqualTo(plan.lacking(), within(1e-6));
    }

    @Property
    void p10TheServersAskedForSuffice(@ForAll("free") Case pool) {
        Filling plan = pool.plan();
        Assume.that(plan.lacking() > 0);
        int n = pool.servers().size();
        int add = plan.add();
        double[] cost = Arrays.copyOf(pool.servers().cost(), n + add);
        double[] background = Arrays.copyOf(pool.servers().background(), n + add);
        int[] weights = Arrays.copyOf(pool.servers().weights(), n + add);
        Role[] roles = new Role[n + add];
        Arrays.fill(roles, Role.FREE);
        Arrays.fill(background, n, n + add, 0.05);
        Arrays.fill(cost, n, n + add, (pool.aim().target() - 0.05) / pool.aim().newcomer());
        Arrays.fill(weights, n, n + add, 100);
        Servers grown = new Servers(cost, background, weights, roles);
        Filling then = Fill.plan(grown, pool.aim());
        assertThat(then.lacking()).isLessThan(1e-6 * pool.aim().demand());
        if (!FillCases.capped(grown.with(then.goal()), pool.aim())) {
            double quantum = FillCases.quantum(grown.with(then.goal()), pool.aim().demand());
            assertThat(then.star()).isLessThanOrEqualTo(pool.aim().target() + quantum + 1e-9);
        }
    }

    @Property
    void p11TheOrderOfServersDoesNotMatter(@ForAll("mixed") Case pool, @ForAll Random random) {
        int n = pool.servers().size();
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, random);
        Servers s = pool.servers();
        Servers mixed =
                new Servers(
                        order.stream().mapToDouble(i -> s.cost()[i]).toArray(),
                        order.stream().mapToDouble(i -> s.background()[i]).toArray(),
                        order.stream().mapToInt(i -> s.weights()[i]).toArray(),
                        order.stream().map(i -> s.roles()[i]).toArray(Role[]::new));
        int[] goal = pool.plan().goal();
        assertThat(Fill.plan(mixed, pool.aim()).goal())
                .isEqualTo(order.stream().mapToInt(i -> goal[i]).toArray());
    }

    @Property
    void p12WhoIsLeftAloneKeepsItsShareToTheBit(@ForAll("mixed") Case pool) {
        Filling plan = pool.plan();
        double now = pool.servers().inService();
        double then = pool.servers().with(plan.goal()).inService();
        for (int i = 0; i < plan.goal().length; i++) {
            int before = pool.servers().weights()[i];
            if (before > 0
                    && plan.goal()[i] * plan.dividedBy() == before * plan.scaledBy()
                    && now > 0) {
                assertThat(plan.goal()[i] / then).isEqualTo(before / now);
            }
        }
    }

    @Property
    void keepsAsManyInServiceAsMustStay(@ForAll("mixed") Case pool) {
        int now = FillCases.active(pool.servers(), pool.servers().weights());
        assertThat(FillCases.active(pool.servers(), pool.plan().goal()))
                .isGreaterThanOrEqualTo(Math.min(now, pool.aim().least()));
    }

    private static boolean someMayChange(Servers servers) {
        return IntStream.range(0, servers.size())
                .anyMatch(i -> FillCases.changeable(servers, i) && servers.weights()[i] > 0);
    }
}
