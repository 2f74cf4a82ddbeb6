package io.spillway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Lease;
import io.spillway.action.Leases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseWordsTest {
    @ParameterizedTest
    @CsvSource({
        "APPLYING, Step 1 of 1.",
        "HALTED, Halted after step 1 of 1.",
        "ACTIVE, Applied. In force until its lease ends.",
        "UNDONE, Undone.",
        ", Sent and read back."
    })
    void aSheetSaysAppliedOnlyOfWhatIsWhole(Lease.State state, String words) {
        Optional<Lease> act = Optional.ofNullable(state).map(CourseWordsTest::act);
        assertThat(CourseWords.subtitle(act)).isEqualTo(words);
    }

    private static Lease act(Lease.State state) {
        return Leases.of(
                "a7",
                "redistribute",
                "web",
                "anna",
                "surge",
                Instant.EPOCH,
                null,
                state,
                "",
                List.of("lb-1"));
    }
}
