package io.spillway.relief.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.relief.Plan.Range;
import io.spillway.relief.gate.Throttle.Sight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The throttle in a closed loop with a simulated fleet.
class ThrottleTest {
    private static final double TARGET = 0.80;
    private static final double[] SHARES = {0.15, 0.25, 0.35, 0.25};
    private static final List<Range> FREE =
            List.of(new Range(0, 0), new Range(0, 980), new Range(0, 980), new Range(0, 980));
    private static final long PERIOD = 10_000;

    /// What one run came to.
    private record Run(int overfull, double steady, double criticalLost, Throttle last) {}

    /// A quarter of what is refused comes again in the next period.
    private static Run run(double believed, boolean step) {
        Throttle throttle = Throttle.open(SHARES.length);
        double[] again = new double[SHARES.length];
        int overfull = 0;
        double critical = 0;
        List<Double> late = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            double load =
                    step ? (i < 10 ? 0.6 : 1.6) : 0.6 + Math.min(1, Math.max(0, (i - 10) / 30.0));
            double passes = 0;
            List<Double> demand = new ArrayList<>();
            for (int k = 0; k < SHARES.length; k++) {
                double asked = 1000 * load * SHARES[k] + again[k];
                double shed = throttle.shed().get(k) / 1000.0;
                passes += asked * (1 - shed);
                again[k] = 0.25 * asked * shed;
                critical += k == 0 ? asked * shed : 0;
                demand.add(asked);
            }
            double utilisation = passes / 1000;
            overfull += utilisation > 1 ? 1 : 0;
            if (i >= 90) {
                late.add(utilisation);
            }
            throttle =
                    throttle.next(
                            new Sight(
                                    i * PERIOD,
                                    1000 * believed * TARGET,
                                    TARGET,
                                    Math.min(1, utilisation),
                                    demand,
                                    FREE));
        }
        double steady = late.stream().mapToDouble(u -> u).average().orElseThrow();
        return new Run(overfull, steady, critical, throttle);
    }

    @ParameterizedTest(name = "capacity taken for {0} of what it is, step {1}")
    @CsvSource({"1,true", "1.2,true", "0.8,true", "1,false", "1.2,false", "0.8,false"})
    void theFleetIsKeptNearItsTargetEvenIfItsCapacityIsKnownWrongly(double believed, boolean step) {
        Run run = run(believed, step);
        assertThat(run.overfull()).isLessThanOrEqualTo(2);
        assertThat(run.steady()).isBetween(0.76, 0.83);
        assertThat(run.criticalLost()).isZero();
        assertThat(run.last().shed().getLast()).isEqualTo(Admission.MOST);
    }

    record Load(double capacity, double busiest, double factor) {}

    @Provide
    Arbitrary<List<Load>> loads() {
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.doubles().between(100, 2000),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0.1, 2))
                .as(Load::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void openingIsSlowAndTheFirstClassIsNeverRefused(@ForAll("loads") List<Load> loads) {
        Throttle throttle = Throttle.from(List.of(0, 300, 980, 980), 0);
        List<Integer> opened = new ArrayList<>(Collections.nCopies(3, 0));
        long now = 0;
        for (Load load : loads) {
            now += PERIOD;
            List<Double> demand = new ArrayList<>();
            for (double share : SHARES) {
                demand.add(1000 * load.factor() * share);
            }
            Throttle next =
                    throttle.next(
                            new Sight(now, load.capacity(), TARGET, load.busiest(), demand, FREE));
            int open = 0;
            for (int k = 0; k < SHARES.length; k++) {
                open += Math.max(0, throttle.shed().get(k) - next.shed().get(k));
            }
            opened.add(open);
            // Three steps of 10 s are one of the periods within which 100 permille may open.
            int window =
                    opened.subList(opened.size() - 3, opened.size()).stream()
                            .mapToInt(o -> o)
                            .sum();
            assertThat(window).isLessThanOrEqualTo(Throttle.RELEASE);
            assertThat(next.shed().getFirst()).isZero();
            assertThat(next.factor()).isBetween(Throttle.LEAST, Throttle.MOST);
            throttle = next;
        }
    }

    @Property(tries = 300)
    void itStaysWithinWhatTheActAllows(
            @ForAll("loads") List<Load> loads, @ForAll("planned") int planned) {
        List<Range> ranges =
                List.of(new Range(0, 0), new Range(0, 0), new Range(0, 0), Ranges.around(planned));
        Throttle throttle = Throttle.from(List.of(0, 0, 0, planned), 0);
        long now = 0;
        for (Load load : loads) {
            now += PERIOD;
            List<Double> demand = List.of(100.0, 200.0, 300.0, 1000 * load.factor());
            throttle =
                    throttle.next(
                            new Sight(
                                    now, load.capacity(), TARGET, load.busiest(), demand, ranges));
            Range range = ranges.getLast();
            assertThat(throttle.shed().getLast()).isBetween(range.low(), range.high());
            assertThat(throttle.shed().subList(0, 3)).containsOnly(0);
        }
    }

    @Provide
    Arbitrary<Integer> planned() {
        return Arbitraries.integers().between(1, Admission.MOST);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "600,440,880", "980,972,980", "1000,1000,1000", "100,0,730"})
    void theRangeOfAGateFollowsFromThatOfItsCorrection(int planned, int low, int high) {
        assertThat(Ranges.around(planned)).isEqualTo(new Range(low, high));
    }
}
