package io.spillway.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration EACH = Duration.ofSeconds(20);

    @Test
    void eachViewHasItsTurn() {
        Turns turns = new Turns(3, EACH, 0, 0, 0);
        assertThat(turns.at(19_999, false)).isZero();
        assertThat(turns.at(20_000, false)).isEqualTo(1);
        assertThat(turns.at(39_000, false)).isEqualTo(1);
        assertThat(turns.at(41_000, false)).isEqualTo(2);
        assertThat(turns.at(61_000, false)).isZero();
    }

    @Test
    void aCallBringsTheFirstViewAndHoldsIt() {
        Turns turns = new Turns(3, EACH, 0, 2, 0);
        assertThat(turns.at(1_000, true)).isZero();
        assertThat(turns.at(100_000, true)).isZero();
        assertThat(turns.at(101_000, false)).isZero();
        assertThat(turns.at(120_000, false)).isEqualTo(1);
        assertThat(new Turns(3, EACH, 1, 2, 0).at(1_000, true)).isEqualTo(1);
    }

    @Test
    void itBeginsWhereItIsTold() {
        assertThat(new Turns(3, EACH, 0, 5, 0).at(0, false)).isEqualTo(2);
    }

    @Test
    void theShiftIsAStepAMinuteWithinEightPixels() {
        Set<Shift> places = new HashSet<>();
        for (long minute = 0; minute < 400; minute++) {
            Shift one = Shift.at(minute * 60_000);
            Shift next = Shift.at((minute + 1) * 60_000);
            places.add(one);
            assertThat(one.x()).isBetween(0, Shift.MOST);
            assertThat(one.y()).isBetween(0, Shift.MOST);
            assertThat(Math.abs(one.x() - next.x()) + Math.abs(one.y() - next.y()))
                    .isLessThanOrEqualTo(1);
            assertThat(Shift.at(minute * 60_000 + 59_999)).isEqualTo(one);
        }
        assertThat(places).hasSize(81);
    }
}
