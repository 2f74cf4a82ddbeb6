package io.spillway.watch.detect;

import static io.spillway.watch.detect.Loads.DAY;
import static io.spillway.watch.detect.Loads.HOUR;
import static io.spillway.watch.detect.Loads.daily;
import static io.spillway.watch.detect.Loads.minute;
import static io.spillway.watch.detect.Loads.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CollapseDetectorTest {
    private final CollapseDetector detector = new CollapseDetector();

    @Property(tries = 15)
    void aFallIsFoundWithinMinutesAtAnyTime(
            @ForAll long seed,
            @ForAll @IntRange(min = 1440, max = 4320) int at,
            @ForAll @DoubleRange(min = 0, max = 0.6) double factor) {
        var loads = new Loads(seed, 0.02);
        var collapses = new CollapseDetector();
        loads.feed(collapses::add, Loads::daily, 0, at, 0.25);
        List<Detection> found =
                loads.feed(collapses::add, step(Loads::daily, at, factor), at, at + 30, 0.25);
        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().kind()).isEqualTo(Kind.COLLAPSE);
        assertThat(minute(found.getFirst().time()) - at).isBetween(0.5, 4.0);
    }

    @Test
    void aFallBelowHalfIsAWarningAndEnds() {
        List<Detection> found =
                new Loads(1, 0.02)
                        .feed(
                                detector::add,
                                at -> at > 2 * DAY && at < 2 * DAY + 20 ? 20 : 1000,
                                0,
                                3 * DAY,
                                0.25);
        assertThat(found.getLast().level()).isEqualTo(Level.WARNING);
        assertThat(minute(found.getLast().until())).isBetween(2 * DAY + 50, 2 * DAY + 3 * HOUR);
        assertThat(found).allMatch(one -> one.time() == found.getFirst().time());
    }

    @Test
    void theNightIsNoCollapse() {
        List<Detection> found =
                new Loads(3, 0.02).feed(detector::add, Loads::daily, 0, 14 * DAY, 0.5);
        assertThat(found).isEmpty();
    }

    @Test
    void oneSampleIsNeverEnough() {
        List<Detection> found =
                new Loads(1, 0.02)
                        .feed(detector::add, at -> at % 180 == 0 ? 0 : daily(at), 0, 4 * DAY, 1);
        assertThat(found).isEmpty();
    }

    @Test
    void theEndOfASurgeIsNoCollapse() {
        List<Detection> found =
                new Loads(1, 0.02)
                        .feed(
                                detector::add,
                                at -> at > 2 * DAY && at < 2 * DAY + HOUR ? 3000 : 1000,
                                at -> 1000,
                                at -> at > 2 * DAY && at < 2 * DAY + HOUR ? 3 : 1,
                                0,
                                2 * DAY + 6 * HOUR,
                                0.25);
        assertThat(found).isEmpty();
    }
}
