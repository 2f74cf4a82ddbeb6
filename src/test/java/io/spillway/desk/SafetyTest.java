package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.relief.gate.GateInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whether caps may be given back. 1,200 requests a second take 60 % of each server.
class SafetyTest {
    private static final Knob SOURCE = new Knob(Kind.SOURCE_CAP, "203.0.113.7");
    private static final Map<Knob, Integer> LIFTED = Map.of(SOURCE, Knob.ABSENT);
    private static final GateInput CAPPED = Gates.input(Map.of(SOURCE, 10), 0.6, 0.6);

    private static double highest(Map<Knob, Integer> before, KeyRate... keys) {
        return Safety.gates(before, CAPPED, List.of(keys));
    }

    private static KeyRate source(String address, float requests, float refused) {
        return Gates.key(Dimension.SOURCE, address, requests, refused);
    }

    @Test
    void whatACapHoldsBackComesBackWithoutIt() {
        assertThat(highest(LIFTED, source("203.0.113.7", 610, 600))).isEqualTo(0.9, within(1e-6));
        assertThat(highest(Map.of(SOURCE, 20), source("203.0.113.7", 1_210, 1_200)))
                .isEqualTo(1, within(1e-6));
        assertThat(highest(LIFTED, source("203.0.113.7", 8, 0))).isEqualTo(0.6, within(1e-6));
    }

    @Test
    void aTighterCapBringsNothingBack() {
        assertThat(highest(Map.of(SOURCE, 5), source("203.0.113.7", 610, 600)))
                .isEqualTo(0.6, within(1e-6));
    }

    @Test
    void aSourceThatIsNotAmongTheBusiestSendsNoMoreThanTheLeastOfThem() {
        assertThat(highest(LIFTED, source("192.0.2.1", 500, 0), source("192.0.2.2", 20, 0)))
                .isEqualTo(0.61, within(1e-6));
    }

    @Test
    void whatNobodyCountsCannotBeJudged() {
        assertThat(highest(LIFTED)).isNaN();
        assertThat(highest(LIFTED, source("203.0.113.7", 610, Float.NaN))).isNaN();
        Knob network = new Knob(Kind.SOURCE_CAP, "203.0.113.0/24");
        assertThat(
                        Safety.gates(
                                Map.of(network, Knob.ABSENT),
                                Gates.input(Map.of(network, 10), 0.6),
                                List.of(source("192.0.2.1", 500, 0))))
                .isNaN();
    }
}
