package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import io.spillway.relief.Line;
import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.gate.MaxconnPlan;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanningTest {
    /// On two processors in use to 71 % requests wait as long as they are worked on.
    @ParameterizedTest
    @CsvSource({"0, .050", ".71, .100", ".45, .0625"})
    void maxconnGoesByTheTimeThatARequestTakesWhileNothingWaits(double cpu, double latency) {
        MaxconnPlan.Ability ability = Planning.ability(server(cpu, latency), 2, 3);
        assertThat(ability.capacity()).isEqualTo(380, within(1e-9));
        assertThat(ability.seconds()).isEqualTo(.05, within(.001));
        assertThat(ability.inFlight()).isEqualTo(3);
        assertThat(Planning.ability(server(Double.NaN, latency), 2, 3).seconds()).isNaN();
    }

    private static ServerInput server(double cpu, double latency) {
        return new ServerInput(
                "a",
                Map.of("lb-1", 100),
                cpu,
                100,
                AdminState.READY,
                OperState.UP,
                Quality.LIVE,
                new Line(.0025, .05, .03),
                0,
                Long.MAX_VALUE,
                latency);
    }
}
