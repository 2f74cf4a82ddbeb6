package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.AlarmEvent;
import io.spillway.alarm.AlarmState;
import io.spillway.journal.Journal;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// State survives kill -9: what was shown as acknowledged is so for the next desk.
class DurableTest {
    @TempDir Path dir;

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 120})
    void whatWasShownAsAcknowledgedIsSoAfterTheProcessWasKilled(int after) throws Exception {
        Path file = dir.resolve("journal.db");
        List<String> shown = killedAfter(after, file);
        assertThat(shown.size()).isBetween(after, AcknowledgeUntilKilled.SERVERS - 1);

        AtomicReference<Instant> now =
                new AtomicReference<>(AcknowledgeUntilKilled.START.plusSeconds(60));
        try (Journal journal = Journal.open(file);
                Desk desk = AcknowledgeUntilKilled.desk(journal, now)) {
            // The first look learns from the balancer which servers there are.
            AcknowledgeUntilKilled.step(desk, now);
            Picture picture = AcknowledgeUntilKilled.step(desk, now);
            List<String> kept =
                    AcknowledgeUntilKilled.servers(picture, AlarmState.ACTIVE_ACKNOWLEDGED);
            assertThat(kept).containsAll(shown);
            assertThat(picture.alarms().listed())
                    .filteredOn(a -> shown.contains(a.id()))
                    .allMatch(a ->
                            a.acknowledged() != null
                                    && a.acknowledged().operator().equals("ops-1"));
            Reply history =
                    desk.send(new Command.AlarmHistory("acknowledged", 0, Long.MAX_VALUE / 2))
                            .join();
            assertThat(history.history()).extracting(AlarmEvent::id).containsAll(shown);
        }
    }

    /// @return what the process had shown by its end
    private static List<String> killedAfter(int lines, Path file) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AcknowledgeUntilKilled.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<String> shown = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("server-cpu@")) {
                    shown.add(line);
                }
                if (shown.size() == lines) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return shown;
    }
}
