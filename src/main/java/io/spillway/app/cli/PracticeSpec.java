package io.spillway.app.cli;

import io.spillway.app.config.ScenarioName;
import org.jspecify.annotations.Nullable;

/// Which practice to run; null means the scenario's own.
///
/// @param speed practice seconds a second, above 0 and up to 1000
/// @param servers how many, 6 to 20,000
/// @param seed of everything random
public record PracticeSpec(
        ScenarioName scenario,
        @Nullable Double speed,
        @Nullable Integer servers,
        @Nullable Long seed) {
    /// A scenario as it is.
    public static PracticeSpec of(ScenarioName scenario) {
        return new PracticeSpec(scenario, null, null, null);
    }
}
