package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EngineClockTest {
    @Property
    void slowAnswersDoNotMoveTheEstimateForLong(
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int ahead,
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 249) Integer> delays) {
        EngineClock clock = new EngineClock();
        long desk = 1_795_000_000_000L;
        long least = Long.MAX_VALUE;
        for (int delay : delays) {
            desk += 1000;
            long engine = desk + ahead + delay;
            clock.saw(engine % 1000 == 0 ? engine + 1 : engine, desk);
            least = Math.min(least, engine - desk);
        }
        assertThat(clock.ahead()).isBetween(least, least + 1);
    }

    @Property
    void wholeSecondsAreUnderstood(@ForAll long seed) {
        EngineClock clock = new EngineClock();
        Random random = new Random(seed);
        long desk = 1_795_000_000_000L;
        for (int i = 0; i < 100; i++) {
            desk += 1000 + random.nextInt(100);
            clock.saw(desk / 1000 * 1000, desk);
        }
        assertThat(clock.ahead()).isBetween(-100L, 0L);
    }

    @Test
    void aClockThatIsSetAnewIsFollowed() {
        EngineClock clock = new EngineClock();
        assertThat(clock.known()).isFalse();
        clock.saw(100_001, 100_000);
        clock.saw(161_007, 101_000);
        assertThat(clock.ahead()).isEqualTo(60_007);
        clock.saw(102_003, 102_000);
        assertThat(clock.ahead()).isEqualTo(3);
        assertThat(clock.toDesk(101_503, 102_000)).isEqualTo(101_500);
        assertThat(clock.toDesk(103_000, 102_000)).as("never in the future").isEqualTo(102_000);
    }
}
