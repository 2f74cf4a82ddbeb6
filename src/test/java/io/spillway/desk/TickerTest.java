package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickerTest {
    /// Of a call each 100 that was due at 1000, and was over then.
    @ParameterizedTest
    @CsvSource({"1000, 1100", "1099, 1100", "1130, 1100", "1199, 1100", "1200, 1200", "1350, 1300"})
    void aLateCallDoesNotShiftThoseAfterIt(long over, long due) {
        assertThat(Ticker.after(1000, 100, over)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"10, 9223372036854775807", "250, -9223372036854775709"})
    void theClockMayPassItsEnd(long took, long due) {
        long begin = Long.MAX_VALUE - 100;
        assertThat(Ticker.after(begin, 100, begin + took)).isEqualTo(due);
    }
}
