package io.spillway.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 1_440 * MINUTE;
    private static final int MONTH = 28 * 1_440;
    private static final long START = 1_795_000_000_000L / DAY * DAY;
    private static final long END = START + 28 * DAY;

    /// Minutes from [#START] on.
    private static History of(float[] minutes) {
        List<Fill> fills = new ArrayList<>();
        for (Statistic s : Statistic.values()) {
            Metric metric = s == Statistic.SUM ? Metric.REQUESTS : Metric.CPU;
            fills.add(new Fill(Subject.FLEET, metric, s, Resolution.MINUTE, START, minutes));
        }
        History history = new History(1_000);
        history.aggregates().fill(fills);
        return history;
    }

    private static float[] flat() {
        float[] minutes = new float[MONTH];
        Arrays.fill(minutes, 0.5f);
        return minutes;
    }

    @Test
    void aMonthIsBoundedAndLosesNoExtreme() {
        float[] minutes = flat();
        minutes[20_000] = 0.9f;
        minutes[20_001] = 0.1f;
        Window month = of(minutes).window(START, END);
        assertThat(month.times()).hasSizeLessThanOrEqualTo(6_000).isSorted();
        assertThat(month.times()).doesNotHaveDuplicates().endsWith(END);
        assertThat(month.requests()).containsOnlyOnce(0.9f).containsOnlyOnce(0.1f);
        int at = indexOf(month.requests(), 0.9f);
        assertThat(month.requests()[at + 1]).isEqualTo(0.1f);
        assertThat(month.cpuMedian()[at]).isEqualTo(0.9f);
        assertThat(month.cpuLow()[at]).isEqualTo(0.1f);
        assertThat(month.cpuHigh()[at + 1]).isEqualTo(0.9f);
        assertThat(month.cpuMax()[at]).isEqualTo(0.9f);
        long spike = START + 20_000 * MINUTE;
        assertThat(month.times()[at]).isBetween(spike - 15 * MINUTE, spike + 15 * MINUTE);
    }

    @Test
    void anHourOfLongAgoIsInMinutes() {
        float[] minutes = flat();
        minutes[1_500] = 0.7f;
        long from = START + 1_480 * MINUTE;
        Window hour = of(minutes).window(from, from + 60 * MINUTE);
        assertThat(hour.times()).startsWith(from).hasSizeBetween(59, 61);
        int at = indexOf(hour.requests(), 0.7f);
        assertThat(hour.times()[at]).isEqualTo(START + 1_501 * MINUTE);
    }

    @Test
    void gapsAreGapsAndWhatWasNeverKnownIsLeftOut() {
        float[] minutes = flat();
        Arrays.fill(minutes, 0, 10_000, Float.NaN);
        Arrays.fill(minutes, 30_000, 30_100, Float.NaN);
        Window month = of(minutes).window(START, END);
        assertThat(month.times()[0]).isGreaterThan(START + 9_980 * MINUTE);
        assertThat(month.requests()[0]).isEqualTo(0.5f);
        assertThat(month.requests()).contains(Float.NaN);
        assertThat(month.cpuLow()).contains(Float.NaN);
        assertThat(new History(1_000).window(START, END).times()).isEmpty();
        assertThat(of(flat()).window(END, START).times()).isEmpty();
    }

    private static int indexOf(float[] values, float wanted) {
        int i = 0;
        while (values[i] != wanted) {
            i++;
        }
        return i;
    }
}
