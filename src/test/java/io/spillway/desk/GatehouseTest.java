package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.relief.gate.GateSetting;
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

    private static GateSetting fitting(double cpu) {
        var input = Gates.input(cpu, cpu);
        return GateSetting.fitting(input, Gatehouse.capacity(input));
    }
}
