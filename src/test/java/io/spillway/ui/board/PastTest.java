package io.spillway.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.history.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PastTest {
    private static final long NOW = 1_795_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final Window hour = window(1_000, 3_600, 1);
    private final Window day = window(30_000, 2_880, 2);

    private static Window window(long step, int n, float value) {
        long[] times = LongStream.range(0, n).map(i -> NOW - (n - 1 - i) * step).toArray();
        float[] all = new float[n];
        Arrays.fill(all, value);
        return new Window(
                times, all, all, all, all, all, List.of(new Window.Trace("web-" + value, all)));
    }

    @Test
    void anHourTakesTheFineOne() {
        assertThat(Past.of(hour, day, Window.empty(), NOW - HOUR, HOUR)).isSameAs(hour);
        assertThat(Past.of(hour, Window.empty(), Window.empty(), NOW - 6 * HOUR, 6 * HOUR))
                .isSameAs(hour);
        assertThat(Past.of(Window.empty(), day, Window.empty(), NOW - HOUR, HOUR)).isSameAs(day);
    }

    @Test
    void anHourThatWasNotSeenBeginsWithTheDay() {
        Window start = window(1_000, 600, 1);
        Window both = Past.of(start, day, Window.empty(), NOW - HOUR, HOUR);
        assertThat(both.times()).isSorted().doesNotHaveDuplicates().startsWith(day.times()[0]);
        assertThat(both.requests()[both.requests().length - 600]).isEqualTo(1);
        assertThat(both.requests()[both.requests().length - 601]).isEqualTo(2);
        assertThat(both.outliers())
                .extracting(Window.Trace::server)
                .containsExactly("web-1.0", "web-2.0");
        assertThat(both.outliers().getFirst().cpu()[0]).isNaN();
    }

    @Test
    void aDayIsCoarseUpToItsEnd() {
        Window older = window(30_000, 2_880, 2);
        older.times()[2_879] -= 10_000;
        Window both = Past.of(hour, older, Window.empty(), NOW - 24 * HOUR, 24 * HOUR);
        assertThat(both.times()).hasSize(2_880 + 10).isSorted().doesNotHaveDuplicates();
        assertThat(both.times()[both.times().length - 1]).isEqualTo(NOW);
    }

    @Test
    void beyondADayComesWhatWasAskedFor() {
        Window far = window(900_000, 2_688, 3);
        Window month = Past.of(hour, day, far, NOW - 28 * DAY, 28 * DAY);
        assertThat(month.times()).isSorted().doesNotHaveDuplicates().startsWith(far.times()[0]);
        assertThat(month.times()).hasSize(2_688);
        Window days = Past.of(hour, day, far, NOW - 2 * DAY, 2 * DAY);
        assertThat(days.times()).isSorted().doesNotHaveDuplicates().endsWith(NOW);
        assertThat(days.requests()[days.times().length - 2_881]).isEqualTo(3);
        assertThat(Past.of(hour, day, far, NOW - HOUR, HOUR)).isSameAs(hour);
    }

    @Test
    void whatNobodyAskedForIsNotBridged() {
        Window far = window(60_000, 180, 3);
        for (int i = 0; i < 180; i++) {
            far.times()[i] -= 14 * DAY;
        }
        assertThat(Past.of(hour, day, far, NOW - 14 * DAY - HOUR, HOUR)).isSameAs(far);
        assertThat(Past.of(hour, day, far, NOW - 28 * DAY, 28 * DAY).times())
                .startsWith(day.times()[0]);
        assertThat(Past.of(hour, day, far, NOW - 2 * DAY, DAY).times()).startsWith(day.times()[0]);
    }
}
