package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesCsvTest {
    private static final long NOON = 1_795_435_200_000L;
    private static final long[] TIMES = {NOON, NOON + 1_000, NOON + 2_000, NOON + 3_000};

    @Test
    void aLineForEachTimeAndAColumnForEachSeriesWithItsUnit() {
        float[] low = {0.1f, 0.2f, Float.NaN, 0.4f};
        float[] high = {0.5f, 0.625f, Float.NaN, 0.7f};
        long[] others = {NOON + 500, NOON + 2_000};
        String csv =
                ValuesCsv.of(
                        List.of(
                                PlotSeries.band("p5–p95", Ink.DATA_2, TIMES, low, high),
                                PlotSeries.line("a, b", Ink.DATA, others, new float[] {1, 0})),
                        Unit.PERCENT,
                        NOON,
                        NOON + 2_500);
        assertThat(csv.split("\r?\n"))
                .containsExactly(
                        "time (UTC),\"p5–p95, lower edge (%)\",\"p5–p95, upper edge (%)\",\"a, b (%)\"",
                        "2026-11-23T12:00:00Z,10,50,",
                        "2026-11-23T12:00:00.500Z,,,100",
                        "2026-11-23T12:00:01Z,20,62.5,",
                        "2026-11-23T12:00:02Z,,,0");
    }

    @Test
    void valuesAreWrittenAsExactlyAsTheyAreKnown() {
        assertThat(Unit.PER_SECOND.exact(12_345.678f)).isEqualTo("12345.678");
        assertThat(Unit.SECONDS.exact(0.000012f)).isEqualTo("0.000012");
        assertThat(Unit.PER_SECOND.exactUnit()).isEqualTo("/s");
        assertThat(Unit.SECONDS.exactUnit()).isEqualTo("s");
        assertThat(Unit.COUNT.exactUnit()).isEmpty();
    }
}
