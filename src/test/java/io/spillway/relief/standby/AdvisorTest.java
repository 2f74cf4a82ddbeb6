package io.spillway.relief.standby;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.relief.serving.Members;
import io.spillway.relief.standby.Situation.Returnable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdvisorTest {
    private static final long TICK = 15_000;

    /// Equal servers that take 100 req/s each at a target of 70 %, and `extra` of them standby.
    private static Situation at(
            long time, int serving, int least, int extra, double demand, boolean survives) {
        List<Returnable> returnable = new ArrayList<>();
        for (int i = 0; i < extra; i++) {
            returnable.add(new Returnable("s" + i, 100, survives));
        }
        return situation(time, serving, least, demand, returnable, null);
    }

    private static Situation situation(
            long time,
            int serving,
            int least,
            double demand,
            List<Returnable> returnable,
            @Nullable Duration saturation) {
        return new Situation(
                Members.NOW + time,
                serving,
                least,
                20,
                demand,
                100.0 * serving,
                80.0 * serving,
                128.0 * serving,
                100,
                returnable,
                saturation,
                Duration.ofSeconds(150));
    }

    private static Advice once(Situation situation) {
        return Advisor.step(Memory.none(), situation).advice();
    }

    /// Demand by hand: 6 servers take 600 at the target; 1,050 need 4.5 more, so 5.
    @Test
    void aSurgeAsksForWhatIsMissingAtOnce() {
        Advice advice = once(at(0, 6, 3, 0, 1050, true));
        assertThat(advice.wanted()).isEqualTo(11);
        assertThat(advice.change()).isEqualTo(5);
        assertThat(advice.text())
                .isEqualTo(
                        "Bring in 5 servers: demand is 175 % of what 6 servers take at the target.");
    }

    @Test
    void withinATenthNothingIsAdvised() {
        assertThat(once(at(0, 6, 3, 0, 659, true)).change()).isZero();
        assertThat(once(at(0, 6, 3, 0, 661, true)).change()).isEqualTo(1);
        assertThat(once(at(0, 6, 3, 2, 541, true)).change()).isZero();
    }

    @Test
    void moreThanThereAreIsSaid() {
        Advice advice = once(at(0, 6, 3, 0, 2600, true));
        assertThat(advice.wanted()).isEqualTo(20);
        assertThat(advice.missing()).isEqualTo(6);
        assertThat(advice.text()).endsWith("6 servers more would be needed than there are.");
    }

    @Test
    void ifTheyComeTooLateAGateIsProposedForTheTimeBetween() {
        Duration soon = Duration.ofSeconds(90);
        Advice advice = once(situation(0, 6, 3, 1050, List.of(), soon));
        assertThat(advice.gate()).isTrue();
        assertThat(advice.gap()).isEqualTo(Duration.ofSeconds(60));
        assertThat(advice.shed()).isEqualTo(1050 - 6 * 128.0);
        assertThat(advice.text())
                .endsWith(
                        "They help in full after 2 min 30 s, the limit may be reached 1 min before:"
                                + " gate 282 req/s until then.");
        Duration late = Duration.ofMinutes(10);
        assertThat(once(situation(0, 6, 3, 1050, List.of(), late)).gate()).isFalse();
        assertThat(once(situation(0, 6, 3, 600, List.of(), soon)).gate()).isFalse();
    }

    @Test
    void unknownDemandGivesNoAdvice() {
        Advice advice = once(at(0, 6, 3, 2, Double.NaN, true));
        assertThat(advice.change()).isZero();
        assertThat(advice.text())
                .isEqualTo("No advice: demand or what the servers take is not known.");
    }

    @Test
    void serversGoBackOnlyAfterHalfAnHourOfCalm() {
        Memory memory = Memory.none();
        for (long t = 0; t <= 30 * 60_000; t += TICK) {
            Advisor.Step step = Advisor.step(memory, at(t, 8, 3, 2, 500, true));
            memory = step.memory();
            boolean long_ = t >= 30 * 60_000;
            assertThat(step.advice().change()).as("after %d s", t / 1000).isEqualTo(long_ ? -2 : 0);
        }
        Memory rested = memory;
        assertThat(Advisor.step(rested, at(1_801_000, 8, 3, 2, 500, false)).advice().change())
                .as("the rest would not bear a loss, but was fit minutes ago")
                .isZero();
        assertThat(Advisor.step(rested, at(1_801_000, 8, 3, 2, 560, true)).advice().change())
                .as("room for one only")
                .isEqualTo(-1);
        assertThat(Advisor.step(rested, at(1_801_000, 8, 8, 2, 500, true)).advice().change())
                .as("all must stay")
                .isZero();
        Memory disturbed = Advisor.step(rested, at(1_801_000, 8, 3, 2, 650, true)).memory();
        assertThat(Advisor.step(disturbed, at(1_802_000, 8, 3, 2, 500, true)).advice().change())
                .as("calm begins anew")
                .isZero();
    }

    @Property(tries = 500)
    void neverFewerThanMust(
            @ForAll @IntRange(max = 15) int serving,
            @ForAll @IntRange(min = 1, max = 15) int least,
            @ForAll @DoubleRange(max = 3000) double demand) {
        Memory memory = Memory.none();
        for (int i = 0; i < 3; i++) {
            Advisor.Step step =
                    Advisor.step(memory, at(i * 1_000_000L, serving, least, serving, demand, true));
            assertThat(step.advice().wanted()).isGreaterThanOrEqualTo(least);
            memory = step.memory();
        }
    }

    @Property(tries = 500)
    void moreDemandNeverAsksForFewer(
            @ForAll @IntRange(min = 1, max = 15) int serving,
            @ForAll @DoubleRange(max = 3000) double past,
            @ForAll @DoubleRange(max = 3000) double demand,
            @ForAll @DoubleRange(max = 500) double more) {
        Memory memory = Memory.none();
        for (long t = 0; t < 2_000_000; t += 200_000) {
            memory = Advisor.step(memory, at(t, serving, 1, serving, past, true)).memory();
        }
        Advice low =
                Advisor.step(memory, at(2_000_000, serving, 1, serving, demand, true)).advice();
        Advice high =
                Advisor.step(memory, at(2_000_000, serving, 1, serving, demand + more, true))
                        .advice();
        assertThat(high.wanted()).isGreaterThanOrEqualTo(low.wanted());
    }

    /// Whoever follows the advice under a noise of a twelfth for six hours turns back at most once:
    /// what was too many at the start goes, what was too few comes, and then it stays.
    @Property(tries = 100)
    void noiseMakesNobodyComeAndGo(
            @ForAll @IntRange(min = 2, max = 15) int start,
            @ForAll @DoubleRange(min = 150, max = 1400) double mean,
            @ForAll long seed) {
        Random random = new Random(seed);
        Memory memory = Memory.none();
        int serving = start;
        List<Integer> turns = new ArrayList<>();
        for (long t = 0; t < 6 * 3_600_000L; t += TICK) {
            double demand = mean * (1 + (random.nextDouble() - 0.5) / 6);
            Advisor.Step step = Advisor.step(memory, at(t, serving, 1, serving - 1, demand, true));
            memory = step.memory();
            int change = step.advice().change();
            serving += change;
            if (change != 0 && (turns.isEmpty() || turns.getLast() != Integer.signum(change))) {
                turns.add(Integer.signum(change));
            }
        }
        assertThat(turns).hasSizeLessThanOrEqualTo(1);
    }
}
