package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final Watchdog watchdog = new Watchdog();

    @Test
    void barksOnlyWhenNothingCameForLong() {
        watchdog.fed(SamplePictures.healthy());
        long now = System.nanoTime();
        assertThat(watchdog.silence(now + Duration.ofSeconds(3).toNanos())).isZero();
        assertThat(watchdog.silence(now + Duration.ofSeconds(7).toNanos()))
                .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
        watchdog.fed(SamplePictures.healthy());
        assertThat(watchdog.silence(System.nanoTime())).isZero();
    }
}
