package io.spillway.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Says that the endpoints are a practice fleet that runs elsewhere, and how its clock goes.
///
/// @param scenario what is being practised
/// @param speed practice seconds a second, above 0
/// @param start practice time at `since`
/// @param since real time at which practice time was `start`
/// @param state the practice's own state folder
public record PracticeConfig(
        ScenarioName scenario, double speed, Instant start, Instant since, Path state) {
    /// Practice time at a real time.
    public Instant at(Instant real) {
        double nanos = Duration.between(since, real).toNanos() * speed;
        return start.plusNanos(Math.round(nanos));
    }
}
