package io.spillway.watch.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SpikeDetectorTest {
    private static final long MINUTE = 60_000;

    private static double[] noise(int size, long seed) {
        Random random = new Random(seed);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = 1000 + 20 * random.nextGaussian();
        }
        return values;
    }

    private static List<Detection> run(double[] values, long step) {
        SpikeDetector detector = new SpikeDetector();
        List<Detection> changes = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Detection change = detector.add(i * step, values[i]);
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static List<Detection> starts(double[] values) {
        return run(values, MINUTE).stream().filter(d -> d.until() == 0).toList();
    }

    @Property(tries = 20)
    void theUnitOfASeriesDoesNotMatter(
            @ForAll @IntRange(min = -20, max = 30) int power, @ForAll @LongRange long seed) {
        double[] values = noise(1000, seed);
        values[700] = 2000;
        SpikeDetector one = new SpikeDetector();
        SpikeDetector other = new SpikeDetector();
        for (int i = 0; i < values.length; i++) {
            one.add(i, values[i]);
            other.add(i, Math.scalb(values[i], power));
            assertThat(other.score()).isCloseTo(one.score(), within(1e-6));
        }
    }

    @Property(tries = 20)
    void aConstantSeriesNeverAlarms(@ForAll @DoubleRange(min = 0, max = 1e9) double value) {
        double[] values = new double[2000];
        Arrays.fill(values, value);
        assertThat(run(values, MINUTE)).isEmpty();
    }

    @Property(tries = 30)
    void oneHugeSpikeIsFoundAtOnceAndEnds(
            @ForAll @LongRange long seed,
            @ForAll @IntRange(min = 300, max = 1900) int at,
            @ForAll @IntRange(min = 1000, max = 600_000) int step) {
        double[] values = noise(2000, seed);
        values[at] = 10_000;
        List<Detection> changes = run(values, step);
        Assume.that(awake(changes, at, step));
        assertThat(changes)
                .filteredOn(d -> d.until() == 0)
                .extracting(Detection::time)
                .contains((long) at * step);
        Detection end =
                changes.stream()
                        .filter(d -> d.until() > 0 && d.time() == (long) at * step)
                        .findFirst()
                        .orElseThrow();
        assertThat(end.kind()).isEqualTo(Kind.SPIKE);
        assertThat(end.level()).isEqualTo(Level.NOTICE);
        assertThat(end.until()).isLessThanOrEqualTo((at + 100L) * step);
        assertThat(end.usual()).isCloseTo(1000, within(200.0));
    }

    /// After an alarm, be it a false one, the detector rests.
    private static boolean awake(List<Detection> changes, int at, long step) {
        return changes.stream()
                .filter(d -> d.until() == 0 && d.time() < at * step)
                .allMatch(d -> d.time() < (at - 80L) * step);
    }

    @Property(tries = 20)
    void aDropToNothingIsFound(@ForAll @LongRange long seed) {
        double[] values = noise(1000, seed);
        Arrays.fill(values, 800, 1000, 0);
        Assume.that(awake(run(values, MINUTE), 800, MINUTE));
        assertThat(starts(values)).extracting(Detection::time).contains(800 * MINUTE);
    }

    @Test
    void startsAndEndsAlternate() {
        double[] values = noise(5000, 3);
        for (int i = 500; i < 5000; i += 333) {
            values[i] *= 3;
        }
        List<Detection> changes = run(values, MINUTE);
        assertThat(changes).hasSizeGreaterThan(4);
        for (int i = 0; i < changes.size(); i++) {
            assertThat(changes.get(i).until() == 0).isEqualTo(i % 2 == 0);
            if (i % 2 == 1) {
                assertThat(changes.get(i).time()).isEqualTo(changes.get(i - 1).time());
                assertThat(changes.get(i).until()).isGreaterThan(changes.get(i).time());
            }
        }
    }

    @Test
    void gapsUnorderedSamplesAndWhatIsNoNumberAreLived() {
        double[] values = noise(2000, 5);
        SpikeDetector plain = new SpikeDetector();
        SpikeDetector rough = new SpikeDetector();
        long time = 0;
        for (double value : values) {
            time += MINUTE;
            plain.add(time, value);
            rough.add(time, value);
            assertThat(rough.add(time - 5 * MINUTE, 1e9)).isNull();
            assertThat(rough.add(time, 1e9)).isNull();
            assertThat(rough.add(time + 1, Double.NaN)).isNull();
            assertThat(rough.add(time + 1, Double.POSITIVE_INFINITY)).isNull();
            assertThat(rough.score()).isEqualTo(plain.score());
        }
        long later = time + 7L * 24 * 60 * MINUTE;
        assertThat(rough.add(later, 1000)).isNull();
        assertThat(rough.add(later + MINUTE, 5000)).isNotNull();
    }

    private static double alarmsPerThousand(DoubleUnaryOperator shape) {
        int alarms = 0;
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] values = new double[5000];
            for (int i = 0; i < values.length; i++) {
                values[i] = shape.applyAsDouble(random.nextGaussian());
            }
            alarms += starts(values).size();
        }
        return alarms / 100.0;
    }

    @Test
    void noiseRarelyAlarms() {
        assertThat(alarmsPerThousand(x -> 1000 + 50 * x)).isLessThan(2.5);
    }

    @Test
    void heavyTailsRarelyAlarm() {
        assertThat(alarmsPerThousand(x -> 100 * Math.exp(1.5 * x))).isLessThan(2.5);
        assertThat(alarmsPerThousand(x -> 1000 + 50 * x * x * x)).isLessThan(2.5);
    }

    @Test
    void aFastSeriesAlarmsNoMoreOftenADay() {
        int day = 24 * 60 * 4;
        int alarms = 0;
        for (long seed = 0; seed < 10; seed++) {
            alarms +=
                    (int)
                            run(noise(3 * day, seed), MINUTE / 4).stream()
                                    .filter(d -> d.until() == 0)
                                    .count();
        }
        assertThat(alarms / 30.0).isLessThan(4);
    }

    @Test
    void oneEventIsToldOnce() {
        double[] values = noise(3000, 11);
        for (int i = 2000; i < 2060; i++) {
            values[i] = 3000 + (i % 7) * 100;
        }
        assertThat(starts(values))
                .filteredOn(d -> d.time() >= 2000 * MINUTE && d.time() < 2060 * MINUTE)
                .hasSize(1);
    }
}
