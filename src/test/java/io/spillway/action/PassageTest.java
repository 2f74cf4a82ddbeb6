package io.spillway.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.Knob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PassageTest {
    /// An act, as the planner makes them: doublings, then weights of about the same sum.
    @Provide
    Arbitrary<Passage> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 8),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs())
                .as(PassageTest::act);
    }

    private static Passage act(int n, int doublings, long seed) {
        Random random = new Random(seed);
        Map<Knob, Integer> before = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            before.put(Knob.weight("web-" + i), 1 + random.nextInt(4));
        }
        List<Map<Knob, Integer>> stages = new ArrayList<>();
        for (int k = 1; k <= doublings; k++) {
            int factor = 1 << k;
            Map<Knob, Integer> stage = new LinkedHashMap<>(before);
            stage.replaceAll((s, w) -> factor * w);
            stages.add(stage);
        }
        Map<Knob, Integer> goal = new LinkedHashMap<>(stages.isEmpty() ? before : stages.getLast());
        List<Knob> names = List.copyOf(goal.keySet());
        for (int i = 0; i < n; i++) {
            Knob donor = names.get(random.nextInt(n));
            Knob receiver = names.get(random.nextInt(n));
            int moved = random.nextInt(goal.getOrDefault(donor, 1));
            goal.merge(donor, -moved, Integer::sum);
            goal.merge(receiver, moved, Integer::sum);
        }
        stages.add(goal);
        return new Passage(before, stages, Map.of(), List.of());
    }

    @Property
    void noServerEverGetsMoreThanTwiceItsShareOnTheWayThere(@ForAll("acts") Passage act) {
        Map<Knob, Integer> now = new HashMap<>(act.before());
        for (Map<Knob, Integer> stage : act.stages()) {
            send(act, now, stage, Map.of());
        }
        assertThat(now).isEqualTo(act.stages().getLast());
    }

    @Property
    void norOnTheWayBackFromWhereverTheActWasInterrupted(
            @ForAll("acts") Passage act, @ForAll Random random) {
        int commands = random.nextInt(act.before().size() * act.stages().size() + 1);
        Map<Knob, Integer> now = new HashMap<>(act.before());
        for (Map<Knob, Integer> stage : act.stages()) {
            for (var command : Passage.step(now, stage).entrySet()) {
                if (commands-- > 0) {
                    now.put(command.getKey(), command.getValue());
                }
            }
        }
        assertThat(act.foreign(now)).isEmpty();
        Map<Knob, Integer> start = Map.copyOf(now);
        for (Map<Knob, Integer> target : act.back(now)) {
            send(act, now, target, start);
        }
        assertThat(now).isEqualTo(act.before());
        assertThat(act.astray(now)).isEmpty();
    }

    /// Sets one weight after another and looks at the shares after each.
    private static void send(
            Passage act,
            Map<Knob, Integer> now,
            Map<Knob, Integer> target,
            Map<Knob, Integer> start) {
        for (var command : Passage.step(now, target).entrySet()) {
            now.put(command.getKey(), command.getValue());
            for (Knob server : now.keySet()) {
                double most =
                        Math.max(
                                share(start, server),
                                Math.max(
                                        share(act.before(), server),
                                        share(act.stages().getLast(), server)));
                assertThat(share(now, server))
                        .as("%s in %s", server, now)
                        .isLessThanOrEqualTo(2 * most + 1e-9);
            }
        }
    }

    private static double share(Map<Knob, Integer> weights, Knob server) {
        double sum = weights.values().stream().mapToInt(w -> w).sum();
        return sum == 0 ? 0 : weights.getOrDefault(server, 0) / sum;
    }

    @Test
    void weightsOfOthersAndServersThatAreGoneAreLeftAlone() {
        Passage act =
                new Passage(
                        Knob.weights(Map.of("a", 10, "b", 10, "c", 10)),
                        List.of(Knob.weights(Map.of("a", 15, "b", 5, "c", 20))),
                        Map.of(),
                        List.of());
        Map<Knob, Integer> now = Knob.weights(Map.of("a", 77, "b", 5));
        assertThat(act.foreign(now)).containsExactly(Knob.weight("a"));
        assertThat(act.back(now)).containsExactly(Knob.weights(Map.of("b", 10)));
        assertThat(act.astray(Knob.weights(Map.of("a", 77, "b", 10))))
                .containsExactly(Knob.weight("a"));
    }

    @Test
    void aBalancerThatWasReloadedHoldsTheWeightsFromBeneath() {
        Passage act =
                new Passage(
                        Knob.weights(Map.of("a", 80)),
                        List.of(Knob.weights(Map.of("a", 70))),
                        Map.of(),
                        List.of(Knob.weights(Map.of("a", 100))));
        assertThat(act.foreign(Knob.weights(Map.of("a", 100)))).isEmpty();
        assertThat(act.back(Knob.weights(Map.of("a", 100)))).isEmpty();
        assertThat(act.astray(Knob.weights(Map.of("a", 100)))).isEmpty();
        assertThat(act.foreign(Knob.weights(Map.of("a", 90)))).containsExactly(Knob.weight("a"));
    }
}
