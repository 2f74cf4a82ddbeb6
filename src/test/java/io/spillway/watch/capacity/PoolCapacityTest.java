package io.spillway.watch.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Server;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolCapacityTest {
    private static final int HOUR = 240;

    private final ServerEstimator estimator = new ServerEstimator();

    /// Three servers of `web` with loads 100, 100 and 200 that cost 0.1, 0.2 and 0.1 % CPU each,
    /// one of `api` with load 50 that costs 0.8 %; all idle at 10 %.
    private void watch(int steps) {
        for (int t = 1; t <= steps; t++) {
            long time = Plant.START + t * ServerEstimator.STEP;
            FleetState state =
                    Plant.blank(
                            time,
                            List.of(
                                    new Server("web", "a", ""),
                                    new Server("web", "b", ""),
                                    new Server("web", "c", ""),
                                    new Server("api", "a", "")));
            double wave = 1 + 0.2 * Math.sin(t / 30.0);
            Plant.put(state, 0, 100 * wave, 0.1 + 0.1 * wave);
            Plant.put(state, 1, 100 * wave, 0.1 + 0.2 * wave);
            Plant.put(state, 2, 200 * wave, 0.1 + 0.2 * wave);
            Plant.put(state, 3, 50 * wave, 0.1 + 0.4 * wave);
            estimator.add(
                    new FleetState(
                            time,
                            List.of(Plant.pool("web"), Plant.pool("api")),
                            state.servers(),
                            state.values(),
                            state.sampleTimes(),
                            state.quality(),
                            List.of()));
        }
    }

    @Test
    void aPoolIsAtItsLimitWhenItsFirstServerIs() {
        watch(8 * HOUR);
        Capacity web = estimator.poolCapacity("web");
        // b is full first: it gets a quarter of the load and carries 400 at 90 %, 450 at 100 %.
        assertThat(web.atLimit()).isCloseTo(1600, withPercentage(3));
        assertThat(web.full()).isCloseTo(1800, withPercentage(3));
        assertThat(web.shared()).isCloseTo(800 + 400 + 800, withPercentage(3));
        assertThat(web.confidence()).isEqualTo(Capacity.Confidence.GOOD);
        assertThat(web.why()).isEmpty();
    }

    @Test
    void theFleetIsAtItsLimitWhenItsFirstPoolIs() {
        watch(8 * HOUR);
        Capacity fleet = estimator.fleetCapacity();
        // api gets a ninth of the load and carries 100.
        assertThat(fleet.atLimit()).isCloseTo(900, withPercentage(3));
        assertThat(fleet.shared()).isCloseTo(2100, withPercentage(3));
    }

    @Test
    void nothingIsClaimedTooEarly() {
        watch(20);
        assertThat(estimator.poolCapacity("web").atLimit()).isNaN();
        assertThat(estimator.poolCapacity("web").why())
                .isEqualTo(
                        "Not known for 3 of 3 servers of web: ten minutes of live CPU and requests"
                                + " are missing, or load did not vary enough.");
        assertThat(estimator.fleetCapacity().confidence()).isEqualTo(Capacity.Confidence.NONE);
    }

    @Test
    void whatIsNotThereIsNotKnown() {
        assertThat(estimator.poolCapacity("web").why()).isEqualTo("No pool web is known.");
        assertThat(estimator.fleetCapacity().atLimit()).isNaN();
    }
}
