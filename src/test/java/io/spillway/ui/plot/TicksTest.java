package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @Property
    void stepsAreOneTwoOrFiveAndEnough(
            @ForAll @DoubleRange(min = 1, max = 10) double digits,
            @ForAll @IntRange(min = -4, max = 9) int power,
            @ForAll @IntRange(min = 2, max = 6) int most) {
        double highest = digits * Math.pow(10, power);
        double top = Ticks.top(highest, most);
        List<Double> ticks = Ticks.values(top, most);
        assertThat(top).isGreaterThanOrEqualTo(highest * (1 - 1e-9));
        assertThat(ticks).hasSizeBetween(2, most + 1);
        assertThat(ticks.getLast()).isBetween(top * (1 - 1e-9), top * (1 + 1e-9));
        double step = ticks.get(1);
        double digit = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        assertThat(List.of(1.0, 2.0, 5.0)).anyMatch(d -> Math.abs(d - digit) < 1e-6);
    }

    @Test
    void anAxisOfNothingStillHasAnEnd() {
        assertThat(Ticks.top(0, 5)).isEqualTo(1);
        assertThat(Ticks.top(Double.NaN, 5)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3600000, 1200, 600000", "60000, 1200, 10000", "86400000, 600, 21600000"})
    void timesStandAtRoundClockTimes(long window, double width, long step) {
        assertThat(Ticks.timeStep(window, width, 110)).isEqualTo(step);
        assertThat(Ticks.times(1, window + 1, step)).allMatch(t -> t % step == 0).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "604800000, 1200, 86400000",
        "2880000000, 1200, 345600000",
        "2880000000, 300, 1209600000"
    })
    void overDaysLabelsStandAtDays(long window, double width, long step) {
        assertThat(Ticks.timeStep(window, width, 110)).isEqualTo(step);
    }

    @Test
    void theDayIsToldOnceAtMidnightAndWhereLabelsAreDaysApart() {
        long time = 1_795_406_292_000L;
        long midnight = Math.floorDiv(time, 86_400_000) * 86_400_000;
        assertThat(Ticks.label(time, 60_000, true)).isEqualTo("03:58");
        assertThat(Ticks.label(time, 60_000, false)).isEqualTo("23 Nov 03:58");
        assertThat(Ticks.label(midnight, 60_000, true)).isEqualTo("23 Nov");
        assertThat(Ticks.label(time, 86_400_000, true)).isEqualTo("23 Nov");
        assertThat(Ticks.moment(time, midnight)).isEqualTo("03:58:12");
        assertThat(Ticks.moment(time, midnight - 1)).isEqualTo("23 Nov 03:58:12");
    }

    @Test
    void labelsAreUtcWithSecondsOnlyWhereNeeded() {
        assertThat(Ticks.label(1_795_406_292_000L, 60_000)).isEqualTo("03:58");
        assertThat(Ticks.label(1_795_406_292_000L, 10_000)).isEqualTo("03:58:12");
    }
}
