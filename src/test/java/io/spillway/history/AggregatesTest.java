package io.spillway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;
    private static final long START = 1_700_000_000_000L - 1_700_000_000_000L % 3_600_000;
    private static final List<Subject> SUBJECTS =
            List.of(Subject.FLEET, new Subject("web"), new Subject("db"));
    private static final float NONE = Float.NaN;

    /// Random ticks of servers that come and go: missed ones, repeated ones, clocks set back and
    /// forth.
    @Property(tries = 25)
    void agreesWithNaiveAggregates(@ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int n) {
        var random = new Random(seed);
        long interval = List.of(SECOND, 7 * SECOND, 45 * SECOND).get(random.nextInt(3));
        var history = new History(interval);
        var naive = new NaiveAggregates(interval);
        long time = START + random.nextInt(100_000);
        for (int i = 0; i < n; i++) {
            var state = Fleets.random(random, time);
            history.add(state);
            naive.add(state);
            time +=
                    switch (random.nextInt(40)) {
                        case 0 -> 0;
                        case 1 -> interval * random.nextInt(300);
                        case 2 -> -interval * random.nextInt(60);
                        default -> interval;
                    };
        }
        for (Subject subject : SUBJECTS) {
            for (int c = 0; c < Columns.COUNT; c++) {
                Metric metric = Columns.metric(c);
                Statistic of = Columns.statistic(c);
                for (Resolution r : List.of(Resolution.TEN_SECONDS, Resolution.MINUTE)) {
                    Series series = history.aggregates().series(subject, metric, of, r);
                    TreeMap<Long, Float> actual = new TreeMap<>();
                    series.forEach(actual::put);
                    Map<Long, Float> expected = naive.steps(subject, metric, of, r.step());
                    actual.keySet().removeIf(end -> naive.blurred(end, r.step()));
                    expected.keySet().removeIf(end -> naive.blurred(end, r.step()));
                    assertThat(actual.keySet()).isEqualTo(expected.keySet());
                    expected.forEach(
                            (t, v) -> assertThat(actual.get(t)).isCloseTo(v, within(1e-4f * v)));
                }
            }
        }
        assertExtremes(history.aggregates(), random);
    }

    private static void assertExtremes(Aggregates all, Random random) {
        for (Resolution r : Resolution.values()) {
            Series series = all.series(Subject.FLEET, Metric.CPU, Statistic.HIGH, r);
            if (series.times().length == 0) {
                continue;
            }
            int a = random.nextInt(series.times().length);
            int b = a + random.nextInt(series.times().length - a);
            float least = NONE;
            float greatest = NONE;
            for (int i = a; i < b; i++) {
                float v = series.values()[i];
                least = Float.isNaN(least) || v < least ? v : least;
                greatest = Float.isNaN(greatest) || v > greatest ? v : greatest;
            }
            long from = series.times()[a];
            long to = series.times()[b];
            Subject fleet = Subject.FLEET;
            Statistic high = Statistic.HIGH;
            assertThat(
                            new float[] {
                                all.least(fleet, Metric.CPU, high, r, from, to),
                                all.greatest(fleet, Metric.CPU, high, r, from, to)
                            })
                    .containsExactly(least, greatest);
        }
    }

    @Property(tries = 60)
    void aLineKnowsTheExtremesOfEveryStretch(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5_000) int length) {
        var random = new Random(seed);
        var line = new Line(length);
        float[] naive = new float[length];
        Arrays.fill(naive, NONE);
        for (int i = 0; i < 3_000; i++) {
            int place = random.nextInt(length);
            naive[place] = random.nextInt(4) == 0 ? NONE : random.nextInt(1_000);
            line.set(place, naive[place]);
        }
        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(length);
            int size = random.nextInt(length + 1);
            float least = NONE;
            float greatest = NONE;
            for (int at = from; at < from + size; at++) {
                float v = naive[at % length];
                least = Float.isNaN(least) || v < least ? v : least;
                greatest = Float.isNaN(greatest) || v > greatest ? v : greatest;
            }
            assertThat(
                            new float[] {
                                line.extreme(from, size, false), line.extreme(from, size, true)
                            })
                    .containsExactly(least, greatest);
        }
    }

    @Property(tries = 200)
    void percentilesAreThoseOfASort(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int n) {
        var random = new Random(seed);
        int kinds = 1 + random.nextInt(n);
        float[] values = new float[n + 7];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(kinds);
        }
        float[] sorted = Arrays.copyOfRange(values, 3, n + 3);
        Arrays.sort(sorted);
        float[] found = new float[4];
        Percentiles.of(values, 3, n + 3, found, 0);
        assertThat(found)
                .containsExactly(
                        sorted[(int) Math.ceil(n * 5 / 100.0) - 1],
                        sorted[(int) Math.ceil(n * 50 / 100.0) - 1],
                        sorted[(int) Math.ceil(n * 95 / 100.0) - 1],
                        sorted[n - 1]);
    }

    private static Fill load(long start, float... values) {
        return new Fill(
                Subject.FLEET, Metric.REQUESTS, Statistic.SUM, Resolution.MINUTE, start, values);
    }

    private static Series load(History history) {
        return history.aggregates()
                .series(Subject.FLEET, Metric.REQUESTS, Statistic.SUM, Resolution.MINUTE);
    }

    private static void run(History history, long from, long to) {
        for (long time = from; time < to; time += SECOND) {
            history.add(Fleets.of(time, 0.5f));
        }
    }

    @Test
    void whatIsFilledLiesUnderWhatTicksHaveTold() {
        var history = new History(SECOND);
        run(history, START + 1, START + 2 * MINUTE + 10 * SECOND);
        assertThat(load(history).values()).containsExactly(50, 50);
        assertThat(
                        history.aggregates()
                                .fill(List.of(load(START - 2 * MINUTE, 7, NONE, 9, 9, 9, 9))))
                .isTrue();
        assertThat(load(history).times())
                .containsExactly(START - MINUTE, START, START + MINUTE, START + 2 * MINUTE);
        assertThat(load(history).values()).containsExactly(7, NONE, 50, 50);
        assertThat(history.aggregates().fills()).isEqualTo(1);
        assertThat(history.aggregates().fill(List.of(load(START - 2 * MINUTE, 8, 5)))).isTrue();
        assertThat(load(history).values()).containsExactly(7, 5, 50, 50);
        assertThat(history.aggregates().fill(List.of(load(START - 2 * MINUTE, 8, 5)))).isFalse();
        assertThat(history.aggregates().fills()).isEqualTo(2);
    }

    @Test
    void whatIsFilledBeforeTheFirstTickStays() {
        var history = new History(SECOND);
        history.aggregates().fill(List.of(load(START - 3 * MINUTE, 1, 2, NONE)));
        run(history, START + 1, START + MINUTE + 2 * SECOND);
        assertThat(load(history).values()).containsExactly(1, 2, NONE, 50);
    }

    @Test
    void moreThanTwentyEightDaysAreNotKept() {
        var history = new History(SECOND);
        float[] minutes = new float[50_000];
        Arrays.fill(minutes, 3);
        history.aggregates().fill(List.of(load(START, minutes)));
        assertThat(load(history).values()).hasSize(40_320).containsOnly(3);
        assertThat(load(history).times()[40_319]).isEqualTo(START + 50_000 * MINUTE);
        history.aggregates().fill(List.of(load(START - 9 * MINUTE, 8, 8)));
        assertThat(load(history).values()).containsOnly(3);
        run(history, START + 120_000 * MINUTE, START + 120_002 * MINUTE);
        assertThat(load(history).known()).isLessThanOrEqualTo(2);
    }

    @Test
    void aClockSetBackForgetsTheFutureAndGoesOn() {
        var history = new History(SECOND);
        history.aggregates().fill(List.of(load(START - MINUTE, 7)));
        run(history, START + 1, START + 30 * MINUTE);
        run(history, START + 10 * MINUTE, START + 12 * MINUTE);
        assertThat(load(history).times()).endsWith(START + 11 * MINUTE);
        assertThat(load(history).values()[0]).isEqualTo(7);
        assertThat(history.aggregates().fills()).as("who has learnt learns anew").isEqualTo(2);
        assertThat(history.window().times()).isSorted().endsWith(START + 12 * MINUTE - SECOND);
        run(history, START - 100_000 * MINUTE, START - 99_997 * MINUTE);
        assertThat(load(history).known()).isEqualTo(3);
    }

    @Test
    void segmentsBringBackEverything() {
        var random = new Random(5);
        var history = new History(SECOND);
        long time = START + 77 * SECOND;
        for (int i = 0; i < 9_000; i++) {
            history.add(Fleets.random(random, time));
            time += i == 5_000 ? 86_400_000 : SECOND;
        }
        var restored = new History(SECOND);
        for (Segment s = history.aggregates().nextUnsaved();
                s != null;
                s = history.aggregates().nextUnsaved()) {
            assertThat(s.fills()).allMatch(f -> f.values().length == s2(f));
            restored.aggregates().restore(s);
        }
        for (Subject subject : SUBJECTS) {
            for (Resolution r : List.of(Resolution.TEN_SECONDS, Resolution.MINUTE)) {
                TreeMap<Long, Float> expected = new TreeMap<>();
                history.aggregates()
                        .series(subject, Metric.LATENCY, Statistic.HIGH, r)
                        .forEach(expected::put);
                TreeMap<Long, Float> actual = new TreeMap<>();
                restored.aggregates()
                        .series(subject, Metric.LATENCY, Statistic.HIGH, r)
                        .forEach(actual::put);
                assertThat(actual).isEqualTo(expected).isNotEmpty();
            }
        }
        assertThat(restored.aggregates().nextUnsaved()).as("it is saved already").isNull();
        history.add(Fleets.random(random, time + MINUTE));
        List<Segment> changed = new ArrayList<>();
        for (Segment s = history.aggregates().nextUnsaved();
                s != null;
                s = history.aggregates().nextUnsaved()) {
            changed.add(s);
        }
        assertThat(changed)
                .extracting(Segment::resolution)
                .containsExactly(Resolution.MINUTE, Resolution.TEN_SECONDS);
    }

    @Test
    void whatCouldNotBeSavedIsGivenOutAgainUntilItIsGone() {
        var history = new History(SECOND);
        run(history, START + 1, START + 2 * MINUTE);
        Aggregates all = history.aggregates();
        Segment first = Objects.requireNonNull(all.nextUnsaved());
        Segment second = Objects.requireNonNull(all.nextUnsaved());
        assertThat(all.nextUnsaved()).isNull();
        all.unsaved(second);
        Segment again = Objects.requireNonNull(all.nextUnsaved());
        assertThat(again.resolution()).isEqualTo(Resolution.TEN_SECONDS);
        assertThat(again.number()).isEqualTo(second.number());
        assertThat(all.nextUnsaved()).isNull();
        long later = START + 2 * 86_400_000;
        run(history, later, later + MINUTE + SECOND);
        while (all.nextUnsaved() != null) {
            assertThat(all.fills()).isZero();
        }
        all.unsaved(second);
        assertThat(all.nextUnsaved()).as("older than a day").isNull();
        all.unsaved(first);
        assertThat(all.nextUnsaved()).as("of the last 28 days").isNotNull();
    }

    private static int s2(Fill fill) {
        return fill.resolution().segment();
    }

    @Test
    void theDayIsMadeOnceForEachStep() {
        var history = new History(SECOND);
        assertThat(history.day().times()).isEmpty();
        run(history, START + 1, START + 10 * MINUTE + 2 * SECOND);
        Window day = history.day();
        assertThat(day.times())
                .hasSize(20)
                .startsWith(START + 30_000)
                .endsWith(START + 10 * MINUTE);
        assertThat(day.requests()).containsOnly(50);
        assertThat(day.cpuMax()).containsOnly(0.5f);
        run(history, START + 10 * MINUTE + 2 * SECOND + 1, START + 10 * MINUTE + 5 * SECOND);
        assertThat(history.day()).isSameAs(day);
        run(history, START + 10 * MINUTE + 5 * SECOND, START + 10 * MINUTE + 12 * SECOND);
        assertThat(history.day().times()).endsWith(START + 10 * MINUTE + 30_000);
        float[] yesterday = new float[8_640];
        Arrays.fill(yesterday, 20);
        history.aggregates()
                .fill(
                        List.of(
                                new Fill(
                                        Subject.FLEET,
                                        Metric.REQUESTS,
                                        Statistic.SUM,
                                        Resolution.TEN_SECONDS,
                                        START - 86_400_000,
                                        yesterday)));
        assertThat(history.day().times()).hasSize(2_880);
        assertThat(history.day().requests()).startsWith(20, 20).endsWith(50);
        assertThat(history.day().cpuMax()).startsWith(NONE);
    }

    @Test
    void theHourBeginsWithWhatWasFilled() {
        var history = new History(SECOND);
        float[] before = new float[1_000];
        Arrays.fill(before, 20);
        before[990] = NONE;
        history.aggregates()
                .fill(
                        List.of(
                                new Fill(
                                        Subject.FLEET,
                                        Metric.REQUESTS,
                                        Statistic.SUM,
                                        Resolution.TEN_SECONDS,
                                        START - 10_000_000,
                                        before)));
        assertThat(history.window().times()).hasSize(360);
        run(history, START + SECOND, START + 31 * SECOND);
        Window window = history.window();
        assertThat(window.times()).hasSize(357 + 30).isSorted().contains(START);
        assertThat(window.requests()).startsWith(20).contains(NONE).endsWith(50);
        assertThat(window.outliers().getFirst().cpu()).startsWith(NONE).endsWith(0.5f);
    }

    @Test
    void aFillBeginsAtAStep() {
        assertThatThrownBy(() -> load(START + 1, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
