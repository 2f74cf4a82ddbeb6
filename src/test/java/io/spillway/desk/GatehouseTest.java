package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spillway.relief.gate.GateSetting;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GatehouseTest {
    @Test
    void capacityCountsAsDemandDoesByWhatRequestsCost() {
        double demand = 0.8 * 300 + 1 * 300 + 1.6 * 300 + 2.5 * 300;
        // All that is asked for takes 60 % of two servers; gates keep 85 %.
        double capacity = Gatehouse.capacity(Gates.input(0.6, 0.6));
        assertThat(capacity).isEqualTo(demand * 0.85 / 0.6, within(0.001));
    }

    @Test
    void aPoolThatIsNotFullNeedsNoGateWhateverRequestsCost() {
        assertThat(fitting(0.6).shed().values()).containsOnly(0);
        assertThat(fitting(0.95).shed().get(3)).isPositive();
    }

    @Test
    void whoseServersAreUnknownHasNoCapacity() {
        assertThat(Gatehouse.capacity(Gates.input(0.6, Double.NaN))).isNaN();
        assertThat(Gatehouse.capacity(Gates.input())).isNaN();
    }

    @Test
    void ofManyServersOneMayBeUnknown() {
        double[] cpu = new double[20];
        Arrays.fill(cpu, 0.6);
        double all = Gatehouse.capacity(Gates.input(cpu));
        cpu[7] = Double.NaN;
        assertThat(Gatehouse.capacity(Gates.input(cpu))).isEqualTo(0.95 * all, within(0.001));
        cpu[8] = Double.NaN;
        assertThat(Gatehouse.capacity(Gates.input(cpu))).isNaN();
    }

    @Test
    void noThrottleIsPlannedInTheDark() {
        assertThatThrownBy(() -> fitting(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Gates cannot follow the load of web: what its servers can take is not known,"
                                + " see to the metrics of their CPU, or close a gate by hand");
    }

    private static GateSetting fitting(double cpu) {
        var input = Gates.input(cpu, cpu);
        return GateSetting.fitting(input, Gatehouse.capacity(input));
    }
}
