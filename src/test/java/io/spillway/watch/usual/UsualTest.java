package io.spillway.watch.usual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class UsualTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /// A Monday, midnight.
    private static final long START = 1_700_438_400_000L;

    private final Usual usual = new Usual();
    private final Random random = new Random(1);

    /// Twice as much by day as at night, at weekends 60 % of it.
    private static double weekly(long time) {
        double day = 1000 * (1 - Math.cos((time - START - 4 * HOUR) * 2 * Math.PI / DAY) / 3);
        return (time - START) / DAY % 7 >= 5 ? 0.6 * day : day;
    }

    private void fill(LongToDoubleFunction load, double days) {
        for (long time = START; time < START + days * DAY; time += MINUTE) {
            usual.add(time, load.applyAsDouble(time) * (1 + 0.02 * random.nextGaussian()));
        }
    }

    private static Percentage percent(double percent) {
        return Percentage.withPercentage(percent);
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(usual.learntDays()).isZero();
        assertThat(usual.mid(START)).isNaN();
        assertThat(usual.low(START)).isNaN();
        assertThat(usual.band(START, START + HOUR, MINUTE).mid())
                .hasSize(60)
                .containsOnly(Float.NaN);
    }

    @Test
    void learnsTheHourOfTheWeekday() {
        fill(UsualTest::weekly, 28);
        assertThat(usual.learntDays()).isEqualTo(28);
        for (long time = START + 28 * DAY + HOUR; time < START + 29 * DAY; time += 17 * MINUTE) {
            assertThat(usual.mid(time)).isCloseTo(weekly(time), percent(3));
            assertThat(usual.low(time)).isBetween(0.8 * weekly(time), weekly(time));
            assertThat(usual.high(time)).isBetween(weekly(time), 1.2 * weekly(time));
        }
        long saturday = START + 26 * DAY + 15 * HOUR;
        assertThat(usual.mid(saturday)).isCloseTo(weekly(saturday), percent(3));
    }

    @Test
    void incidentsAndHolidaysDoNotMoveIt() {
        fill(
                time -> {
                    boolean holiday = time >= START + 14 * DAY && time < START + 15 * DAY;
                    boolean incident =
                            time >= START + 22 * DAY + 9 * HOUR
                                    && time < START + 22 * DAY + 13 * HOUR;
                    return weekly(time) * (holiday ? 0.4 : incident ? 4 : 1);
                },
                28);
        for (long time = START + 28 * DAY + HOUR; time < START + 30 * DAY; time += 17 * MINUTE) {
            assertThat(usual.mid(time)).isCloseTo(weekly(time), percent(6));
            assertThat(usual.high(time)).isLessThan(1.4 * weekly(time));
        }
    }

    @Test
    void followsASiteThatGrows() {
        LongToDoubleFunction growing =
                time -> weekly(time) * Math.pow(1.15, (time - START) / (7.0 * DAY));
        fill(growing, 28);
        long next = START + 28 * DAY + 12 * HOUR;
        assertThat(usual.mid(next)).isCloseTo(growing.applyAsDouble(next), percent(16));
    }

    @Test
    void leansOnTheLastHoursUntilItHasLearnt() {
        fill(UsualTest::weekly, 0.5);
        assertThat(usual.learntDays()).isZero();
        long now = START + DAY / 2;
        assertThat(usual.mid(now)).isCloseTo(weekly(now - HOUR), percent(5));
        fill(UsualTest::weekly, 7.01);
        assertThat(usual.learntDays()).isEqualTo(7);
        Band band = usual.band(now, now + HOUR, MINUTE);
        assertThat(band.learning()).isTrue();
        assertThat(band.wantedDays()).isEqualTo(14);
    }

    @Test
    void anOutageBeforeItHasLearntIsNotHeldToBeUsualForLong() {
        fill(time -> time > START + 4 * DAY ? weekly(time) : weekly(time) / 10, 8);
        long now = START + 8 * DAY;
        assertThat(usual.mid(now)).isBetween(0.5 * weekly(now), 1.1 * weekly(now));
    }

    /// Whole numbers add up to the same in any order.
    @Property(tries = 5)
    void orderDoesNotMatterAndGapsSurvive(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int missing) {
        var shuffled = new Usual();
        var ordered = new Usual();
        List<long[]> lines = new ArrayList<>();
        var some = new Random(seed);
        for (long time = START; time < START + 20 * DAY; time += 5 * MINUTE) {
            if (some.nextInt(100) >= missing) {
                lines.add(new long[] {time, Math.round(weekly(time))});
            }
        }
        lines.forEach(line -> ordered.add(line[0], (double) line[1]));
        Collections.shuffle(lines, some);
        lines.forEach(line -> shuffled.add(line[0], (double) line[1]));
        long next = lines.stream().mapToLong(line -> line[0]).max().orElseThrow() + 3 * HOUR;
        assertThat(shuffled.mid(next)).isEqualTo(ordered.mid(next));
        assertThat(shuffled.learntDays()).isEqualTo(ordered.learntDays());
        assertThat(ordered.mid(next)).isPositive();
    }

    @Test
    void isRestoredFromMinuteMeans() {
        var again = new Usual();
        for (long minute = START; minute < START + 16 * DAY; minute += MINUTE) {
            double sum = 0;
            for (int second = 0; second < 60; second += 15) {
                double value = weekly(minute) + random.nextInt(100);
                usual.add(minute + second * 1000L, value);
                sum += value;
            }
            again.add(minute, sum / 4);
        }
        for (long time = START + 16 * DAY; time < START + 17 * DAY; time += HOUR) {
            assertThat(again.mid(time)).isCloseTo(usual.mid(time), within(1e-6));
            assertThat(again.high(time)).isCloseTo(usual.high(time), within(1e-6));
        }
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        fill(UsualTest::weekly, 2);
        double before = usual.mid(START + 2 * DAY);
        usual.add(START + DAY, Double.NaN);
        usual.add(START + DAY, Double.POSITIVE_INFINITY);
        usual.add(START + DAY, -5);
        usual.add(START - 300 * DAY, 1e9);
        assertThat(usual.mid(START + 2 * DAY)).isEqualTo(before);
    }
}
