package io.spillway.watch.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes from traffic, what from hogs, and which of the two may change what is claimed.
class TrafficAndHogsTest {
    private static final int HOUR = 240;
    private static final int MINUTE = 4;

    private final ServerEstimator estimator = new ServerEstimator();
    private final Plant plant = new Plant(12, 7);

    @BeforeEach
    void watchFourHours() {
        plant.run(estimator, 4 * HOUR);
        assertThat(estimator.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.15, 0.2, 0.35})
    void aHogIsFoundWithinAMinuteAndGoesWhenItGoes(double hog) {
        long appeared = plant.time();
        float before = estimator.capacities().atLimit()[3];
        plant.background[3] += hog;
        plant.run(estimator, MINUTE);

        assertThat(estimator.findings()).hasSize(1);
        Finding finding = estimator.findings().getFirst();
        assertThat(finding.server()).isEqualTo("s3");
        assertThat(finding.background() - finding.before()).isCloseTo(hog, within(0.05));
        assertThat(finding.since()).isBetween(appeared - 30_000, appeared + 30_000);
        assertThat(finding.process()).isEmpty();
        assertThat(finding.processCpu()).isNaN();
        double lost = hog / plant.slope[3];
        assertThat(before - estimator.capacities().atLimit()[3])
                .isCloseTo((float) lost, withPercentage(40));

        plant.run(estimator, HOUR);
        assertThat(estimator.findings()).hasSize(1);
        assertThat(estimator.findings().getFirst().since()).isEqualTo(finding.since());

        plant.background[3] -= hog;
        plant.run(estimator, 2 * MINUTE);
        assertThat(estimator.findings()).isEmpty();
        assertThat(estimator.capacities().atLimit()[3]).isCloseTo(before, withPercentage(8));
    }

    @Test
    void aProcessCanBeNamed() {
        plant.background[0] += 0.3;
        plant.run(estimator, MINUTE);
        Finding named = estimator.findings().getFirst().withProcess("backup", 0.28);
        assertThat(named.process()).isEqualTo("backup");
        assertThat(named.processCpu()).isEqualTo(0.28);
        assertThat(named.before()).isEqualTo(estimator.findings().getFirst().before());
    }

    @Test
    void oneStartlingSampleLowersTheClaimUntilTheNext() {
        float before = estimator.capacities().atLimit()[5];
        plant.background[5] += 0.3;
        plant.run(estimator, 1);
        assertThat(estimator.capacities().atLimit()[5]).isLessThan(before * 0.85f);
        assertThat(estimator.findings()).isEmpty();
        plant.background[5] -= 0.3;
        plant.run(estimator, 4);
        assertThat(estimator.capacities().atLimit()[5]).isCloseTo(before, withPercentage(6));
        assertThat(estimator.findings()).isEmpty();
    }

    /// A surge of requests that cost next to nothing, over 32 minutes: many of them at once, or
    /// growing from none.
    @ParameterizedTest
    @CsvSource({"12, true", "12, false", "2, true", "2, false", "1, true", "1, false"})
    void cheapRequestsDoNotRaiseTheClaim(int size, boolean atOnce) {
        ServerEstimator own = new ServerEstimator();
        Plant small = new Plant(size, 8);
        small.run(own, 4 * HOUR);
        float[] before = own.capacities().atLimit();
        for (int t = 0; t < 32 * MINUTE; t++) {
            small.rise = atOnce ? 2 : 1 + t / 64.0;
            small.cost = (1 + 0.04 * (small.rise - 1)) / small.rise;
            small.run(own, 1);
            double sum = 0;
            for (int i = 0; i < size; i++) {
                double ratio = own.capacities().atLimit()[i] / before[i];
                assertThat(ratio).isLessThan(1.15);
                sum += ratio;
            }
            assertThat(sum / size).isLessThan(1.08);
        }
        assertThat(own.findings()).isEmpty();
        small.cost = 1;
        small.rise = 1;
        small.run(own, HOUR);
        assertThat(own.findings()).isEmpty();
    }

    @Test
    void dearRequestsLowerTheClaimAndAreNoHogs() {
        float[] before = estimator.capacities().atLimit();
        plant.rise = 1.3;
        plant.cost = 1.6;
        plant.run(estimator, 2 * MINUTE);
        for (int i = 0; i < 12; i++) {
            assertThat(estimator.capacities().atLimit()[i]).isLessThan(before[i] * 0.95f);
        }
        plant.run(estimator, HOUR / 2);
        assertThat(estimator.findings()).isEmpty();
    }

    @Test
    void aSurgeOfOrdinaryRequestsChangesLittle() {
        float[] before = estimator.capacities().atLimit();
        plant.rise = 1.6;
        plant.run(estimator, HOUR);
        for (int i = 0; i < 12; i++) {
            assertThat(estimator.capacities().atLimit()[i])
                    .isCloseTo(before[i], withPercentage(20));
        }
        assertThat(estimator.findings()).isEmpty();
    }

    @Test
    void saturatedSamplesSayNothingOfTheSlope() {
        float[] slope = estimator.capacities().slope();
        float[] before = estimator.capacities().atLimit();
        for (int i = 0; i < 12; i++) {
            plant.level[i] *= 1.1 * plant.capacity(i, 1) / plant.level[i];
        }
        plant.run(estimator, 2);
        float[] full = estimator.capacities().slope();
        for (int t = 0; t < HOUR / 2; t++) {
            plant.rise = 1 + t / 60.0;
            plant.run(estimator, 1);
        }
        for (int i = 0; i < 12; i++) {
            assertThat(full[i]).isCloseTo(slope[i], withPercentage(5));
            assertThat(estimator.capacities().slope()[i]).isCloseTo(slope[i], withPercentage(5));
            assertThat(estimator.capacities().atLimit()[i]).isLessThan(before[i] * 1.08f);
        }
    }
}
