package io.spillway.relief.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AdmissionPropertiesTest {
    private static double[] of(List<Double> demand) {
        return demand.stream().mapToDouble(d -> d).toArray();
    }

    @Provide
    Arbitrary<List<Double>> demands() {
        return Arbitraries.doubles().between(0, 5_000).list().ofMinSize(2).ofMaxSize(7);
    }

    @Provide
    Arbitrary<Double> budgets() {
        return Arbitraries.doubles().between(0, 20_000);
    }

    @Property
    void theFirstClassIsAdmittedWhole(
            @ForAll("demands") List<Double> demand, @ForAll("budgets") double budget) {
        double[] admitted = Admission.admit(budget, of(demand));
        assertThat(admitted[0]).isEqualTo(demand.getFirst());
        assertThat(Admission.refuse(admitted, of(demand))[0]).isZero();
    }

    @Property
    void aClassIsRefusedOnlyWhereAllLowerOnesAreShutToTheirFloor(
            @ForAll("demands") List<Double> demand, @ForAll("budgets") double budget) {
        double[] asked = of(demand);
        double[] admitted = Admission.admit(budget, asked);
        for (int k = 1; k < asked.length; k++) {
            if (admitted[k] < asked[k] - 1e-9) {
                for (int lower = k + 1; lower < asked.length; lower++) {
                    assertThat(admitted[lower])
                            .isCloseTo(Admission.FLOOR * asked[lower], within(1e-9));
                }
            }
            assertThat(admitted[k]).isBetween(Admission.FLOOR * asked[k] - 1e-9, asked[k] + 1e-9);
        }
    }

    @Property
    void whatIsPromisedFits(
            @ForAll("demands") List<Double> demand, @ForAll("budgets") double budget) {
        double[] asked = of(demand);
        int[] shed = Admission.refuse(Admission.admit(budget, asked), asked);
        double passes = 0;
        double must = asked[0];
        for (int k = 0; k < asked.length; k++) {
            assertThat(shed[k]).isBetween(0, Admission.MOST);
            passes += asked[k] * (1 - shed[k] / 1000.0);
            must += k > 0 ? Admission.FLOOR * asked[k] : 0;
        }
        assertThat(passes).isLessThanOrEqualTo(Math.max(budget, budget + must) + 1e-6);
        if (must <= budget) {
            // The floors of classes below the last that fits come on top of the budget.
            double floors = Arrays.stream(asked).sum() * Admission.FLOOR;
            assertThat(passes).isLessThanOrEqualTo(budget + floors + 1e-6);
        }
    }

    @Property
    void moreRoomNeverRefusesMore(
            @ForAll("demands") List<Double> demand,
            @ForAll("budgets") double budget,
            @ForAll("budgets") double more) {
        double[] asked = of(demand);
        int[] tight = Admission.refuse(Admission.admit(budget, asked), asked);
        int[] wide = Admission.refuse(Admission.admit(budget + more, asked), asked);
        for (int k = 0; k < tight.length; k++) {
            assertThat(wide[k]).isLessThanOrEqualTo(tight[k]);
        }
    }

    @Property
    void smallStepsAreNotMade(@ForAll("permille") int now, @ForAll("permille") int wanted) {
        int settled = Admission.settle(now, wanted);
        assertThat(settled).isIn(now, wanted);
        boolean end = wanted == 0 || wanted == Admission.MOST;
        if (settled != now && !end) {
            assertThat(Math.abs(settled - now)).isGreaterThanOrEqualTo(Admission.HYSTERESIS);
        }
        if (end) {
            assertThat(settled).isEqualTo(wanted);
        }
    }

    @Provide
    Arbitrary<Integer> permille() {
        return Arbitraries.integers().between(0, Admission.MOST);
    }
}
