package io.spillway.relief.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTest {
    @ParameterizedTest
    @CsvSource({
        "1, .20, 0.25",
        "1, .50, 1",
        "2, .45, 0.25",
        "2, .71, 1",
        "4, .65, 0.25",
        "8, .79, 0.25",
        "16, .87, 0.25",
        "32, .93, 0.25"
    })
    void waitingGrowsWithUseAsTheFormulaOfErlangSays(int cores, double use, double wait) {
        assertThat(Waiting.factor(cores, use)).isEqualTo(wait, within(0.14 * wait));
    }

    @ParameterizedTest
    @CsvSource({"0, .70", "1, .60", "2, .60", "4, .65", "8, .79", "16, .85", "64, .85"})
    void theTargetFollowsFromTheProcessors(int cores, double target) {
        assertThat(Waiting.target(cores)).isEqualTo(target, within(0.006));
    }
}
