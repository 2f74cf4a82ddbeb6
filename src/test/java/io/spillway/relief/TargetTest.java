package io.spillway.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Standby;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "0.9, 0, 0, .70",
        "0.9, 0, 2, .60",
        "0.9, 0, 8, .79",
        "0.9, 0.5, 8, .50",
        "0.65, 0, 16, .65",
    })
    void itIsThePoolsOwnOrFollowsFromItsProcessors(
            double limit, double own, int cores, double target) {
        var match = new Match(Match.By.LABEL, "server", "");
        Pool pool = new Pool("p", "be", limit, 0, List.of(), match, own, cores, Standby.NONE);
        assertThat(Target.of(pool)).isEqualTo(target, within(0.006));
    }
}
