package io.spillway.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// A back-test says how often a rule would have rung.
class BackTestTest {
    private static final long DAY = 86_400_000;
    private static final double NEVER = Double.NaN;

    private static Limits limits(double set, double clear, long on, long off) {
        return new Limits(set, clear, NEVER, Duration.ofSeconds(on), Duration.ofSeconds(off));
    }

    private static BackTest run(double[] values, long interval, Limits before, Limits after) {
        long[] times = new long[values.length];
        Arrays.setAll(times, i -> (i + 1) * interval);
        return BackTest.of(times, values, before, after, Unit.SHARE, interval, 7 * DAY);
    }

    /// Counts in another way: it marks for each sample whether the last so many were all bad, or
    /// all well, and then goes from one mark to the next.
    private static BackTest.Rung offline(double[] values, long interval, Limits limits) {
        int n = values.length;
        int on = samples(limits.onDelay().toMillis(), interval);
        int off = samples(limits.offDelay().toMillis(), interval);
        boolean[] raise = new boolean[n];
        boolean[] clear = new boolean[n];
        for (int i = 0; i < n; i++) {
            raise[i] = i >= on;
            clear[i] = i >= off;
            for (int k = Math.max(0, i - on); k <= i; k++) {
                raise[i] &= values[k] >= limits.set();
            }
            for (int k = Math.max(0, i - off); k <= i; k++) {
                clear[i] &= stillWell(values, i - off, k, limits);
            }
        }
        int times = 0;
        long active = 0;
        int at = 0;
        while (true) {
            while (at < n && !raise[at]) {
                at++;
            }
            if (at >= n) {
                return new BackTest.Rung(times, active);
            }
            times++;
            int begin = at;
            at++;
            // Well for long enough counts only from after it rang.
            while (at < n && !(clear[at] && at - off > begin)) {
                at++;
            }
            active += (Math.min(at, n - 1) - begin) * interval;
            // The pending time begins anew after it cleared.
            int from = at;
            while (at < n && !(raise[at] && at - on > from)) {
                at++;
            }
        }
    }

    private static boolean stillWell(double[] values, int first, int k, Limits limits) {
        return k < first || values[k] <= limits.clear();
    }

    /// How many steps a delay takes, at least two if there is one.
    private static int samples(long delay, long interval) {
        return delay == 0 ? 0 : (int) Math.max(2, (delay + interval - 1) / interval);
    }

    @Property(tries = 300)
    void equalToAnOfflineCount(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 40) int on,
            @ForAll @IntRange(min = 0, max = 60) int off,
            @ForAll @IntRange(min = 1, max = 20) int seconds) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[3_000];
        double value = .8;
        for (int i = 0; i < values.length; i++) {
            value = Math.clamp(value + random.nextDouble(-.06, .06), .5, 1);
            values[i] = value;
        }
        Limits before = limits(.85, .8, 0, 0);
        Limits after = limits(.85, .8, on, off);
        BackTest test = run(values, seconds * 1000L, before, after);
        assertThat(test.before()).isEqualTo(offline(values, seconds * 1000L, before));
        assertThat(test.after()).isEqualTo(offline(values, seconds * 1000L, after));
        assertThat(test.after().times()).isLessThanOrEqualTo(test.before().times());
    }

    @Test
    void theSentenceSaysBoth() {
        double[] values = new double[30_000];
        Arrays.fill(values, .5);
        for (int i = 0; i < 212; i++) {
            int length = i < 9 ? 40 : 3;
            Arrays.fill(values, 100 + i * 120, 100 + i * 120 + length, .95);
        }
        BackTest test = run(values, 1_000, limits(.9, .82, 0, 0), limits(.9, .82, 30, 0));
        assertThat(test.sentence())
                .isEqualTo("would have rung 212 times; with 30 s on-delay 9 times");
        assertThat(test.after().millis()).isEqualTo(9 * 10_000);
        assertThat(test.before().millis()).isEqualTo((9 * 40 + 203 * 3) * 1000L);
    }

    @Test
    void whatChangesIsNamed() {
        double[] values = {.5, .95, .5, .88, .5};
        Limits now = limits(.9, .82, 0, 0);
        assertThat(run(values, 1_000, now, now).sentence()).isEqualTo("would have rung once");
        assertThat(run(values, 1_000, now, limits(.85, .82, 0, 60)).sentence())
                .isEqualTo("would have rung once; with set 85 % and 1 min off-delay once");
        Limits high = new Limits(.97, .8, .99, Duration.ZERO, Duration.ofMillis(500));
        assertThat(run(values, 1_000, now, high).sentence())
                .isEqualTo(
                        "would have rung once;"
                                + " with set 97 %, clear 80 %, high 99 % and 500 ms off-delay never");
    }

    @Test
    void gapsAreToldAndDoNotCount() {
        double[] values = new double[1_000];
        Arrays.fill(values, .95);
        Arrays.fill(values, 300, 500, NEVER);
        Limits limits = limits(.9, .82, 0, 0);
        BackTest test = run(values, 60_000, limits, limits);
        assertThat(test.gaps()).containsExactly(new BackTest.Gap(300 * 60_000, 501 * 60_000));
        assertThat(test.seen()).isEqualTo((999 - 201) * 60_000L);
        assertThat(test.before()).isEqualTo(new BackTest.Rung(1, (999 - 201) * 60_000L));
        assertThat(test.span()).isEqualTo("seen: 13 h 18 min of the last 7 d, with 1 gap");
        values[700] = NEVER;
        assertThat(run(values, 60_000, limits, limits).gaps()).hasSize(1);
    }

    @Test
    void withoutAPastNothingIsClaimed() {
        double[] values = {NEVER, NEVER};
        BackTest test = run(values, 1_000, limits(.9, .8, 0, 0), limits(.8, .7, 0, 0));
        assertThat(test.sentence()).startsWith("nothing is known of the past");
        assertThat(test.span()).isEqualTo("seen: 0 s of the last 7 d");
    }
}
