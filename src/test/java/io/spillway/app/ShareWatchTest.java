package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.ShareWatch.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The measure by which shares are judged finds what is wrong.
class ShareWatchTest {
    private static Moment at(int millis, int a, int b) {
        long nanos = Duration.ofMillis(millis).toNanos();
        return new Moment(nanos, nanos + 1, Map.of("a", a, "b", b));
    }

    @Test
    void tellsHowLongAServerHadMoreThanTwiceItsShare() {
        List<Moment> moments =
                List.of(
                        at(0, 1, 9),
                        at(10, 50, 9),
                        at(40, 70, 9),
                        at(70, 70, 9),
                        at(80, 20, 180),
                        at(90, 20, 180));
        assertThat(ShareWatch.longestExcess(moments).toMillis()).isBetween(59L, 60L);
    }

    @Test
    void isContentWithTwice() {
        List<Moment> moments = List.of(at(0, 1, 9), at(10, 2, 8), at(100, 2, 8), at(110, 1, 9));
        assertThat(ShareWatch.longestExcess(moments)).isZero();
    }
}
