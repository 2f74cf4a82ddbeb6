package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchTest {
    /// The present is always in sight, never further from the right edge than a stride.
    @ParameterizedTest
    @CsvSource({
        "300000,1528,1",
        "3600000,1528,1",
        "3600000,1528,2",
        "86400000,401,1.5",
        "30000,1,1"
    })
    void aLivePlotMovesInStridesOfSixteenUnits(long window, double width, double scale) {
        TimeAxis axis = new TimeAxis(window);
        Set<Long> firsts = new HashSet<>();
        int ticks = 400;
        for (int i = 0; i < ticks; i++) {
            axis.setNow(Samples.NOW + i * 1_000L);
            Stretch stretch = Stretch.of(axis, width, scale);
            long present = (long) Math.floor(axis.now() / stretch.column());
            long after = stretch.first() + stretch.columns() - 1 - present;
            assertThat(after).isBetween(0L, Math.round(16 * scale));
            firsts.add(stretch.first());
        }
        double strides = ticks * 1_000.0 / window * width / Math.min(16, width);
        assertThat(firsts.size()).isLessThanOrEqualTo((int) Math.min(ticks, strides + 2));
    }

    @ParameterizedTest
    @CsvSource({"300000,1000", "3600000,1000", "86400000,1000"})
    void aPlotOfThePastGoesWhereItIsDragged(long window, double width) {
        TimeAxis axis = new TimeAxis(window);
        axis.setNow(Samples.NOW);
        long column = window / (long) width;
        axis.panTo(Samples.NOW - 600_000);
        Stretch before = Stretch.of(axis, width, 1);
        axis.panTo(axis.end() - column);
        assertThat(Stretch.of(axis, width, 1).first()).isEqualTo(before.first() - 1);
    }
}
