package io.spillway.watch.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesCapacityTest {
    private static final double SLOPE = 4e-5;
    private static final double IDLE = 0.12;
    private static final double FULL = (1 - IDLE) / SLOPE;

    private final SeriesCapacity capacity = new SeriesCapacity(0.9);
    private final Random random = new Random(5);
    private long time = Plant.START;

    private double usual() {
        double day = 2 * Math.PI * (time % 86_400_000L) / 86_400_000.0;
        return 10_000 * (1 - 0.4 * Math.cos(day)) * (1 + 0.02 * random.nextGaussian());
    }

    private void add(long step, double load, double costly) {
        time += step;
        capacity.add(time, load, IDLE + SLOPE * costly + 0.008 * random.nextGaussian());
    }

    private void learn(long step, double days) {
        for (long until = time + (long) (days * 86_400_000); time < until; ) {
            double load = usual();
            add(step, load, load);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000, 60_000, 300_000})
    void learnsWhereTheLineReachesTheLimit(long step) {
        learn(step, 2);
        assertThat(capacity.capacity().full()).isCloseTo(FULL, withPercentage(3));
        assertThat(capacity.capacity().atLimit()).isCloseTo(FULL * 0.78 / 0.88, withPercentage(3));
        assertThat(capacity.capacity().confidence()).isEqualTo(Capacity.Confidence.GOOD);
    }

    @Test
    void cheapRequestsDoNotRaiseIt() {
        learn(15_000, 2);
        double before = capacity.capacity().full();
        for (int t = 0; t < 128; t++) {
            double load = usual();
            add(15_000, load + 60 * t, load);
            assertThat(capacity.capacity().full()).isLessThan(before * 1.01);
        }
    }

    @Test
    void dearRequestsLowerIt() {
        learn(15_000, 2);
        double before = capacity.capacity().full();
        for (int t = 0; t < 20; t++) {
            double load = usual();
            add(15_000, load, 1.5 * load);
        }
        assertThat(capacity.capacity().full()).isLessThan(before * 0.9);
    }

    @Test
    void whatIsNoSampleIsLeftOut() {
        learn(60_000, 1);
        double before = capacity.capacity().full();
        capacity.add(time + 60_000, Double.NaN, 0.5);
        capacity.add(time + 60_000, 9_000, Double.NaN);
        capacity.add(time - 600_000, 90_000, 0.1);
        capacity.add(time + 120_000, -5, 0.1);
        assertThat(capacity.capacity().full()).isEqualTo(before);
    }

    @Test
    void aLoadThatNeverVariesSaysNothing() {
        for (int t = 0; t < 1000; t++) {
            add(15_000, 8_000, 8_000);
        }
        assertThat(capacity.capacity().confidence()).isEqualTo(Capacity.Confidence.NONE);
        assertThat(capacity.capacity().why()).contains("did not vary enough");
    }
}
