package io.spillway.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NabScoreTest {
    /// 100 rows, a window of 10 rows; the first 15 do not count.
    private final NabScore.Worth file = NabScore.worth(100, new int[][] {{40, 49}});

    private double score(double threshold, int... alarms) {
        double[] scores = new double[100];
        for (int alarm : alarms) {
            scores[alarm] = 1;
        }
        return NabScore.at(List.of(file), List.of(scores), threshold);
    }

    @Test
    void noAlarmIsZeroAndAnAlarmOnTheFirstRowOfEveryWindowIsAHundred() {
        assertThat(score(1)).isZero();
        assertThat(score(1, 40)).isCloseTo(100, within(1e-9));
    }

    @Test
    void theEarliestAlarmInAWindowCountsAndRepeatsAreFree() {
        // Row 45 is half a window before the right edge: 2 / (1 + e^-2.5) - 1 = 0.84828, of
        // 0.98661 at most.
        double half = 100 * (1 + 0.84828 / 0.98661) / 2;
        assertThat(score(1, 45)).isCloseTo(half, within(0.01));
        assertThat(score(1, 45, 46, 49)).isCloseTo(half, within(0.01));
    }

    @Test
    void theLastRowOfAWindowIsStillWorthSomething() {
        // One row before the edge, a tenth of the width: 2 / (1 + e^-0.5) - 1 = 0.24492.
        assertThat(score(1, 49)).isCloseTo(100 * (1 + 0.24492 / 0.98661) / 2, within(0.01));
    }

    @Test
    void aFalseAlarmCostsElevenHundredthsAndLessCloseBehindAWindow() {
        assertThat(score(1, 20)).isCloseTo(-100 * 0.11 / 2, within(1e-9));
        // Nine rows behind is one width less one row: 0.98661 of the whole.
        assertThat(score(1, 58)).isCloseTo(-100 * 0.11 * 0.98661 / 2, within(0.001));
        // 1 of 9: 2 / (1 + e^(5/9)) - 1 = -0.27085.
        assertThat(score(1, 50)).isCloseTo(-100 * 0.11 * 0.27085 / 2, within(0.001));
        assertThat(score(1, 90)).isCloseTo(-100 * 0.11 / 2, within(1e-9));
    }

    @Test
    void theFirstRowsDoNotCountAtMost750() {
        assertThat(score(1, 0, 14)).isZero();
        assertThat(score(1, 15)).isNegative();
        assertThat(NabScore.worth(20_000, new int[0][]).probation()).isEqualTo(750);
        assertThat(NabScore.worth(1243, new int[0][]).probation()).isEqualTo(186);
    }

    @Test
    void oneThresholdIsChosenForAllFiles() {
        double[] quiet = new double[100];
        quiet[60] = 0.9;
        double[] loud = new double[100];
        loud[40] = 0.8;
        loud[20] = 0.5;
        var best = NabScore.best(List.of(file, file), List.of(quiet, loud));
        assertThat(best.threshold()).isEqualTo(0.8);
        double false60 = 0.11 * NabScore.sigmoid(11 / 9.0);
        assertThat(best.score()).isCloseTo(100 * (2 + false60) / 4, within(1e-9));
    }

    @Test
    void rowsOfOneScoreAlarmTogether() {
        double[] same = new double[100];
        same[40] = 0.7;
        same[90] = 0.7;
        var best = NabScore.best(List.of(file), List.of(same));
        assertThat(best.score()).isCloseTo(100 * (2 - 0.11) / 2, within(1e-9));
    }

    @Test
    void theTailOfTheNormalDistribution() {
        assertThat(WindowedGaussian.erfc(0)).isEqualTo(1);
        assertThat(WindowedGaussian.erfc(1)).isCloseTo(0.15729920705, within(1e-11));
        assertThat(WindowedGaussian.erfc(3)).isCloseTo(2.20904970e-5, within(1e-13));
        assertThat(WindowedGaussian.erfc(2.4999999)).isCloseTo(4.0695e-4, within(1e-7));
    }
}
