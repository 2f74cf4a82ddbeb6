package io.spillway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "pool, pool, 0",
        "pool, Pool, 0",
        "pool, pools, 1",
        "pools, pool, 1",
        "pool, poll, 1",
        "sorces, sources, 1",
        "wieght, weight, 1",
        "kitten, sitting, 3",
        "'', abc, 3"
    })
    void countsEdits(String a, String b, int edits) {
        assertThat(Nearest.distance(a, b)).isEqualTo(edits);
        assertThat(Nearest.distance(b, a)).isEqualTo(edits);
    }

    @ParameterizedTest
    @CsvSource({"adress, address", "CPULIMIT, cpuLimit", "nam, name", "colour, ''", "x, ''"})
    void guessesOnlyWhatIsNear(String written, String meant) {
        List<String> words = List.of("name", "address", "cpuLimit", "deadline");
        assertThat(Nearest.of(written, words).orElse("")).isEqualTo(meant);
    }
}
