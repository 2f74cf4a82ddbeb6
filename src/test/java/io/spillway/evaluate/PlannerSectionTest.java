package io.spillway.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlannerSectionTest {
    @Test
    void reachesTheOptimumOrTheTargetWithTheFewestChanges() {
        boolean full = "relief".equals(System.getProperty("spillway.long"));
        for (int seed = 1; seed <= (full ? 10 : 1); seed++) {
            assertThat(new PlannerSection().run(Path.of("."), seed, full))
                    .hasSize(29)
                    .allMatch(Row::holds);
        }
    }
}
