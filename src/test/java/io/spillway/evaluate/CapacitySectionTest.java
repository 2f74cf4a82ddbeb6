package io.spillway.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class CapacitySectionTest {
    @Test
    void aSampleHolds() throws IOException {
        assertThat(new CapacitySection().run(Path.of("."), 4, false))
                .hasSizeGreaterThan(5)
                .allMatch(Row::holds);
    }

    @Test
    @EnabledIfSystemProperty(named = "spillway.long", matches = "watch")
    void allHolds() throws IOException {
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(new CapacitySection().run(Path.of("."), seed, true)).allMatch(Row::holds);
        }
    }
}
