package io.spillway.action;

import io.spillway.control.TrafficControl;
import io.spillway.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// A process of its own that takes [Steps#finePlan] there and, once something is said to it, back,
/// and is killed on the way.
final class ActUntilKilled {
    private ActUntilKilled() {}

    static Process start(Path journal, String one, String two) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ActUntilKilled.class.getName(),
                        journal.toString(),
                        one,
                        two)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] args) throws Exception {
        try (Journal journal = Journal.open(Path.of(args[0]));
                TrafficControl one = RealPair.control("lb-1", args[1]);
                TrafficControl two = RealPair.control("lb-2", args[2])) {
            Instant now = KillPointsTest.NOW;
            Actuator actuator =
                    new Actuator(Map.of("lb-1", one, "lb-2", two), journal, () -> now, "ops-1");
            String id = actuator.apply(Steps.finePlan(), "anna", "crowd").id();
            actuator.proceed(id);
            actuator.proceed(id);
            new java.io.FileOutputStream(java.io.FileDescriptor.out).write('\n');
            if (System.in.read() >= 0) {
                actuator.rampBack(id, "anna");
                actuator.rampOn(id);
                actuator.rampOn(id);
            }
        }
    }
}
