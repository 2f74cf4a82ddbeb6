package io.spillway.watch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final long HOUR = 3_600_000;
    private final Calendar calendar =
            new Calendar(
                    List.of(
                            new Campaign("sale", 10 * HOUR, 14 * HOUR, 2),
                            new Campaign("live show", 12 * HOUR, 13 * HOUR, 3)));

    @Test
    void theLargestFactorAnnouncedForATimeIsAllowed() {
        assertThat(calendar.allowed(9 * HOUR)).isEqualTo(1);
        assertThat(calendar.allowed(11 * HOUR)).isEqualTo(2);
        assertThat(calendar.allowed(12 * HOUR + 1)).isEqualTo(3);
        assertThat(calendar.allowed(15 * HOUR)).isEqualTo(1);
    }

    @Test
    void loadMayComeAQuarterOfAnHourEarlyAndGoAsLate() {
        assertThat(calendar.allowed(10 * HOUR - 10 * 60_000)).isEqualTo(2);
        assertThat(calendar.allowed(14 * HOUR + 10 * 60_000)).isEqualTo(2);
    }

    @Test
    void detectionsAreKeptForADayAfterTheirEndNewestFirst() {
        Detections detections = new Detections();
        detections.take(new Detection(HOUR, Kind.SURGE, Level.NOTICE, 0, 1, 1));
        detections.take(new Detection(2 * HOUR, Kind.SPIKE, Level.NOTICE, 3 * HOUR, 1, 1));
        detections.take(new Detection(HOUR, Kind.SURGE, Level.WARNING, 0, 2, 1));
        assertThat(detections.list())
                .extracting(Detection::kind)
                .containsExactly(Kind.SPIKE, Kind.SURGE);
        assertThat(detections.list().getLast().level()).isEqualTo(Level.WARNING);
        detections.expire(28 * HOUR);
        assertThat(detections.list()).extracting(Detection::kind).containsExactly(Kind.SURGE);
    }
}
