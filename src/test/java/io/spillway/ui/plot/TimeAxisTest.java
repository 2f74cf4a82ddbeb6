package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private static final long HOUR = 3_600_000;
    private static final long NOW = 1_795_000_000_000L;

    private final TimeAxis axis = new TimeAxis(HOUR);

    TimeAxisTest() {
        axis.setNow(NOW);
    }

    @Test
    void followsThePresent() {
        long version = axis.versionProperty().get();
        axis.setNow(NOW + 1_000);
        assertThat(axis.end()).isEqualTo(NOW + 1_000);
        assertThat(axis.versionProperty().get()).isGreaterThan(version);
    }

    @Test
    void standsStillOncePannedAndReturns() {
        axis.panTo(NOW - HOUR);
        axis.setNow(NOW + 5_000);
        assertThat(axis.live()).isFalse();
        assertThat(axis.end()).isEqualTo(NOW - HOUR);
        axis.zoom(0.5, NOW - HOUR);
        axis.goLive();
        assertThat(axis.end()).isEqualTo(NOW + 5_000);
        assertThat(axis.window()).isEqualTo(HOUR);
    }

    @Test
    void panningToThePresentIsLive() {
        axis.panTo(NOW - HOUR);
        axis.panTo(NOW + 10);
        assertThat(axis.live()).isTrue();
    }

    @Test
    void zoomingWhileLiveKeepsTheRightEdge() {
        axis.zoom(0.5, NOW - HOUR / 2);
        assertThat(axis.live()).isTrue();
        assertThat(axis.end()).isEqualTo(NOW);
        assertThat(axis.window()).isEqualTo(HOUR / 2);
    }

    @Test
    void roomAheadKeepsThePresentInItsPlace() {
        axis.setAhead(0.2);
        assertThat(axis.window()).isEqualTo(HOUR);
        assertThat(axis.stretch()).isEqualTo(HOUR * 5 / 4);
        assertThat(axis.end()).isEqualTo(NOW + HOUR / 4);
        axis.zoom(0.5, NOW);
        assertThat(axis.end()).isEqualTo(NOW + HOUR / 8);
        axis.panTo(NOW);
        assertThat(axis.live()).isFalse();
        axis.panTo(NOW + HOUR / 8);
        assertThat(axis.live()).isTrue();
    }

    @Test
    void zoomEndsAtItsLimits() {
        axis.zoom(1e-9, NOW);
        assertThat(axis.window()).isEqualTo(TimeAxis.SHORTEST);
        axis.zoom(1e12, NOW);
        assertThat(axis.window()).isEqualTo(TimeAxis.LONGEST);
    }

    @Test
    void thePastEndsAtTheLongestStretch() {
        axis.panTo(0);
        assertThat(axis.end() - axis.stretch()).isEqualTo(NOW - TimeAxis.LONGEST);
        axis.zoom(1e12, axis.end());
        assertThat(axis.end()).isEqualTo(NOW);
    }

    @Property
    void zoomingInThePastKeepsThePointedTimeInPlace(
            @ForAll @DoubleRange(min = 0.2, max = 5) double factor,
            @ForAll @LongRange(min = 0, max = HOUR) long back) {
        axis.panTo(NOW - 12 * HOUR);
        long anchor = axis.end() - back;
        double before = back / (double) axis.window();
        axis.zoom(factor, anchor);
        double after = (axis.end() - anchor) / (double) axis.window();
        assertThat(Math.abs(after - before)).isLessThan(1e-4);
        axis.goLive();
    }
}
