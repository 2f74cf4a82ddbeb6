package io.spillway.action;

import io.spillway.control.TrafficControl;
import io.spillway.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// A process of its own that applies [Scene#finePlan] and is killed on the way.
final class ApplyUntilKilled {
    private ApplyUntilKilled() {}

    static Process start(Path journal, String one, String two) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplyUntilKilled.class.getName(),
                        journal.toString(),
                        one,
                        two)
                .inheritIO()
                .start();
    }

    public static void main(String[] args) throws Exception {
        try (Journal journal = Journal.open(Path.of(args[0]));
                TrafficControl one = RealPair.control("lb-1", args[1]);
                TrafficControl two = RealPair.control("lb-2", args[2])) {
            Instant now = Instant.parse("2026-11-22T03:58:12Z");
            new Actuator(Map.of("lb-1", one, "lb-2", two), journal, () -> now, "ops-1")
                    .apply(Scene.finePlan(), "anna", "crowd");
        }
    }
}
