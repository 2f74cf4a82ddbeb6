package io.spillway.watch.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.watch.forecast.Forecast.Sight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadForecastTest {
    private static final long START = 1_684_108_800_000L;

    private record Sample(long time, double load) {}

    /// An hour of rest and 40 min of even growth from 1,000/s, 20/s more each minute.
    private static double ramp(double minute) {
        return 1000 + 20 * Math.max(0, minute - 60);
    }

    private static List<Sample> samples(int minutes, int step, IntToDoubleFunction load) {
        List<Sample> samples = new ArrayList<>();
        for (int second = 0; second <= minutes * 60; second += step) {
            samples.add(new Sample(START + second * 1000L, load.applyAsDouble(second)));
        }
        return samples;
    }

    private static List<Sample> noisyRamp(int step) {
        Random random = new Random(7);
        return samples(100, step, s -> ramp(s / 60.) * (1 + .01 * random.nextGaussian()));
    }

    private static Forecast forecast(List<Sample> samples, double capacity) {
        LoadForecast forecast = new LoadForecast();
        long last = Long.MIN_VALUE;
        for (Sample sample : samples) {
            forecast.add(sample.time, sample.load);
            last = Math.max(last, sample.time);
        }
        return forecast.at(last, capacity);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 15, 60})
    void aPerfectRampIsToldWithinATenth(int step) {
        Forecast told = forecast(samples(100, step, s -> ramp(s / 60.)), 2200);
        assertThat(told.sight()).isEqualTo(Sight.IN_SIGHT);
        assertThat(told.mid()).isCloseTo(1200, within(120.));
    }

    @ParameterizedTest
    @CsvSource({"10,2200", "15,2000", "60,2400"})
    void theRangeHoldsTheTimeAndIsInOrder(int step, double capacity) {
        Forecast told = forecast(noisyRamp(step), capacity);
        double truth = (capacity - 1800) / 20 * 60;
        assertThat(told.low()).isPositive().isLessThanOrEqualTo(told.mid()).isLessThan(truth);
        assertThat(told.high()).isGreaterThanOrEqualTo(told.mid()).isGreaterThan(truth).isFinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {.001, 3, 1e6})
    void scaleDoesNotMatter(double scale) {
        List<Sample> scaled =
                noisyRamp(15).stream().map(s -> new Sample(s.time, s.load * scale)).toList();
        Forecast one = forecast(noisyRamp(15), 2200);
        Forecast other = forecast(scaled, 2200 * scale);
        assertThat(other.low()).isCloseTo(one.low(), within(1.));
        assertThat(other.mid()).isCloseTo(one.mid(), within(1.));
        assertThat(other.high()).isCloseTo(one.high(), within(1.));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 5000})
    void aLevelLoadIsNeverInSight(double level) {
        Forecast told = forecast(samples(120, 15, s -> level), 6000);
        assertThat(told.sight()).isEqualTo(Sight.NOT_IN_SIGHT);
        assertThat(told.cone().mid()).isEmpty();
    }

    @Test
    void aFallingLoadIsNotInSight() {
        Forecast told = forecast(samples(100, 15, s -> 3000 - ramp(s / 60.)), 2500);
        assertThat(told.sight()).isEqualTo(Sight.NOT_IN_SIGHT);
    }

    @Test
    void aTimeBeyondTwoHoursIsNotTold() {
        Forecast told = forecast(noisyRamp(15), 1800 + 20 * 200);
        assertThat(told.sight()).isEqualTo(Sight.NOT_IN_SIGHT);
        assertThat(told.low()).isNaN();
    }

    @Test
    void atCapacityItIsReached() {
        assertThat(forecast(noisyRamp(15), 1700).sight()).isEqualTo(Sight.REACHED);
    }

    @Test
    void littleHistoryOrNoCapacityIsUnknown() {
        List<Sample> few = samples(9, 15, s -> 1000 + s);
        assertThat(forecast(few, 5000).sight()).isEqualTo(Sight.UNKNOWN);
        assertThat(forecast(noisyRamp(15), Double.NaN).sight()).isEqualTo(Sight.UNKNOWN);
        assertThat(new LoadForecast().at(START, 5000).sight()).isEqualTo(Sight.UNKNOWN);
    }

    @Test
    void anOldSeriesIsUnknown() {
        LoadForecast forecast = new LoadForecast();
        noisyRamp(15).forEach(s -> forecast.add(s.time, s.load));
        assertThat(forecast.at(START + 130 * 60_000, 2200).sight()).isEqualTo(Sight.UNKNOWN);
    }

    @Test
    void orderDoesNotMatter() {
        List<Sample> mixed = new ArrayList<>(noisyRamp(15));
        Collections.shuffle(mixed, new Random(1));
        assertThat(forecast(mixed, 2200).mid())
                .isCloseTo(forecast(noisyRamp(15), 2200).mid(), within(1e-6));
    }

    @Test
    void gapsAndWhatIsNoNumberAreSurvived() {
        List<Sample> holes = new ArrayList<>(noisyRamp(15));
        holes.removeIf(s -> (s.time - START) / 60_000 % 20 < 5);
        holes.add(new Sample(START + 90 * 60_000, Double.NaN));
        holes.add(new Sample(START - 999 * 60_000, 99_999));
        Forecast told = forecast(holes, 2200);
        assertThat(told.sight()).isEqualTo(Sight.IN_SIGHT);
        assertThat(told.low()).isLessThan(1200);
        assertThat(told.high()).isGreaterThan(1200);
    }

    @Test
    void theConeMeetsCapacityWhenTheRangeSays() {
        Forecast told = forecast(noisyRamp(15), 2200);
        Forecast.Cone cone = told.cone();
        assertThat(cone.step()).isEqualTo(60_000);
        assertThat(cone.mid()).hasSize(61);
        assertThat(meets(cone.high(), 2200)).isEqualTo((int) Math.ceil(told.low() / 60));
        assertThat(meets(cone.mid(), 2200)).isEqualTo((int) Math.ceil(told.mid() / 60));
        assertThat(meets(cone.low(), 2200)).isEqualTo((int) Math.ceil(told.high() / 60));
        for (int i = 0; i < cone.mid().length; i++) {
            assertThat(cone.low()[i]).isLessThanOrEqualTo(cone.mid()[i]);
            assertThat(cone.high()[i]).isGreaterThanOrEqualTo(cone.mid()[i]);
        }
    }

    private static int meets(float[] edge, double capacity) {
        int i = 0;
        while (i < edge.length && edge[i] < capacity) {
            i++;
        }
        return i;
    }
}
