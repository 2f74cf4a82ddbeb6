package io.spillway.watch.detect;

import static io.spillway.watch.detect.Loads.DAY;
import static io.spillway.watch.detect.Loads.HOUR;
import static io.spillway.watch.detect.Loads.daily;
import static io.spillway.watch.detect.Loads.minute;
import static io.spillway.watch.detect.Loads.step;
import static io.spillway.watch.detect.Loads.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SurgeDetectorTest {
    private final SurgeDetector detector = new SurgeDetector();

    /// A power of two changes no digit of any ratio.
    @Property(tries = 20)
    void theUnitDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = -20, max = 40) int power) {
        double unit = Math.pow(2, power);
        List<Detection> plain =
                new Loads(seed, 0.1).feed(new SurgeDetector()::add, Bursts::load, 0, DAY, 1);
        List<Detection> scaled =
                new Loads(seed, 0.1)
                        .feed(new SurgeDetector()::add, at -> unit * Bursts.load(at), 0, DAY, 1);
        assertThat(plain).isNotEmpty();
        assertThat(scaled).hasSameSizeAs(plain);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(scaled.get(i).time()).isEqualTo(plain.get(i).time());
            assertThat(scaled.get(i).level()).isEqualTo(plain.get(i).level());
            assertThat(scaled.get(i).until()).isEqualTo(plain.get(i).until());
        }
    }

    @Property(tries = 20)
    void aConstantLoadIsNoSurge(
            @ForAll @DoubleRange(min = 0, max = 1e9) double value,
            @ForAll @DoubleRange(min = 0.1, max = 30) double step) {
        List<Detection> found =
                new Loads(1, 0).feed(new SurgeDetector()::add, at -> value, 0, 2 * DAY, step);
        assertThat(found).isEmpty();
    }

    @Property(tries = 15)
    void aStepIsFoundWithinMinutesAtAnyTime(
            @ForAll long seed,
            @ForAll @IntRange(min = 1440, max = 4320) int at,
            @ForAll @DoubleRange(min = 1.5, max = 4) double factor) {
        var loads = new Loads(seed, 0.02);
        var surges = new SurgeDetector();
        loads.feed(surges::add, Loads::daily, 0, at, 0.25);
        List<Detection> found =
                loads.feed(surges::add, step(Loads::daily, at, factor), at, at + 30, 0.25);
        assertThat(found).isNotEmpty();
        assertThat(minute(found.getFirst().time()) - at).isBetween(0.5, 3.0);
        assertThat(found.getFirst().until()).isZero();
    }

    @Test
    void theSeasonOfADayBringsNoWarningAndFewNotices() {
        List<Detection> found =
                new Loads(3, 0.02).feed(detector::add, Loads::daily, 0, 14 * DAY, 0.5);
        assertThat(found).noneMatch(one -> one.level() == Level.WARNING);
        assertThat(found.stream().filter(one -> one.until() == 0).count()).isLessThanOrEqualTo(2);
    }

    @Test
    void noiseOfFewRequestsIsNoSurge() {
        var random = new Random(5);
        var loads = new Loads(5, 0);
        List<Detection> found =
                loads.feed(detector::add, at -> Bursts.poisson(random, 4), 0, 7 * DAY, 1);
        assertThat(found.stream().filter(one -> one.until() == 0).count()).isLessThanOrEqualTo(3);
    }

    @Test
    void oneSampleIsNeverEnough() {
        List<Detection> found =
                new Loads(1, 0.02)
                        .feed(
                                detector::add,
                                at -> daily(at) * (at % 180 == 0 ? 20 : 1),
                                0,
                                4 * DAY,
                                1);
        assertThat(found).isEmpty();
    }

    @Test
    void aSurgeBeginsRisesAndEnds() {
        var loads = new Loads(1, 0.02);
        List<Detection> found =
                loads.feed(
                        detector::add,
                        at -> 500 * (1 + Math.clamp((at - DAY) / 30, 0, 2)),
                        0,
                        2 * DAY,
                        0.25);
        assertThat(found).hasSize(3);
        assertThat(found).allMatch(one -> one.time() == found.getFirst().time());
        assertThat(found).extracting(Detection::kind).containsOnly(Kind.SURGE);
        assertThat(found)
                .extracting(Detection::level)
                .containsExactly(Level.NOTICE, Level.WARNING, Level.WARNING);
        assertThat(found.get(1).until()).isZero();
        assertThat(minute(found.get(2).until())).isBetween(DAY + HOUR, DAY + 12 * HOUR);
    }

    @Test
    void anAnnouncedSurgeWithinItsFactorIsSilent() {
        assertThat(announced(2.8, Double.NaN)).isEmpty();
        assertThat(announced(2.8, 500)).isEmpty();
        assertThat(announced(5, Double.NaN)).isNotEmpty();
        assertThat(announced(5, 500)).isNotEmpty();
        assertThat(announced(1, 500)).isEmpty();
    }

    /// What is found while three times the usual load is announced and `factor` times it comes.
    private static List<Detection> announced(double factor, double usual) {
        return new Loads(1, 0.02)
                .feed(
                        new SurgeDetector()::add,
                        step(at -> 500, DAY + 30, factor),
                        at -> usual,
                        at -> at >= DAY ? 3 : 1,
                        0,
                        DAY + 4 * HOUR,
                        0.25);
    }

    @Test
    void theReturnFromACollapseIsNoSurge() {
        List<Detection> found =
                new Loads(1, 0.02)
                        .feed(
                                detector::add,
                                at -> at > DAY && at < DAY + 20 ? 30 : 1000,
                                at -> 1000,
                                at -> 1,
                                0,
                                DAY + 6 * HOUR,
                                0.25);
        assertThat(found).isEmpty();
    }

    @Property(tries = 10)
    void linesOutOfOrderAndNumbersThatAreNoneAreLeftOut(@ForAll long seed) {
        var random = new Random(seed);
        var clean = new SurgeDetector();
        var soiled = new SurgeDetector();
        for (int i = 0; i < 1500; i++) {
            double value = Bursts.load(i) * (1 + 0.05 * random.nextGaussian());
            Detection wanted = clean.add(time(i), value, 500, 1);
            assertThat(soiled.add(time(i), value, 500, 1)).isEqualTo(wanted);
            assertThat(soiled.add(time(i - random.nextInt(50)), 1e6, 500, 1)).isNull();
            assertThat(soiled.add(time(i + 0.5), Double.NaN, 500, 1)).isNull();
            assertThat(soiled.add(time(i + 0.5), -1, 500, 1)).isNull();
            assertThat(soiled.add(time(i + 0.5), Double.POSITIVE_INFINITY, 500, 1)).isNull();
        }
        assertThat(soiled.score()).isEqualTo(clean.score());
    }

    @Property(tries = 20)
    void aGapIsNoSurge(@ForAll long seed, @ForAll @IntRange(min = 60, max = 5000) int gap) {
        var loads = new Loads(seed, 0.02);
        var surges = new SurgeDetector();
        assertThat(loads.feed(surges::add, at -> 500, 0, DAY, 1)).isEmpty();
        assertThat(loads.feed(surges::add, at -> 1000, DAY + gap, 2 * DAY + gap, 1)).isEmpty();
        double at = 2 * DAY + gap;
        assertThat(loads.feed(surges::add, minute -> 1700, at, at + 30, 1)).isNotEmpty();
    }

    @Test
    void tellsNoScoreBeforeItCan() {
        assertThat(detector.score()).isNaN();
        new Loads(1, 0.02).feed(detector::add, at -> 500, 0, HOUR, 0.25);
        assertThat(detector.score()).isNaN();
        new Loads(1, 0.02).feed(detector::add, at -> 500, HOUR, 3 * HOUR, 0.25);
        assertThat(detector.score()).isBetween(-3.0, 3.0);
    }
}
