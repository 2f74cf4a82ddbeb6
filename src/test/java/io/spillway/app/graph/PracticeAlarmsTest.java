package io.spillway.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.AlarmEvent;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Alarms;
import io.spillway.alarm.rule.Priority;
import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.cli.Setup;
import io.spillway.app.cli.SteppedPractice;
import io.spillway.app.config.ScenarioName;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What practice rings, from its first tick to where it hurts.
class PracticeAlarmsTest {
    @TempDir Path dir;

    private SteppedPractice practice(ScenarioName scenario) {
        return new Desks(InstantSource.system())
                .stepped(new Setup(null, PracticeSpec.of(scenario), dir, dir));
    }

    private static Instant at(SteppedPractice practice, String time) {
        return practice.now().atZone(ZoneOffset.UTC).with(LocalTime.parse(time)).toInstant();
    }

    private static List<String> raised(Alarms alarms) {
        return alarms.recent().reversed().stream()
                .filter(e -> e.kind() == AlarmEvent.Kind.RAISED)
                .map(AlarmEvent::id)
                .toList();
    }

    @Test
    void aCalmFleetRingsNothing() {
        try (SteppedPractice practice = practice(ScenarioName.CALM)) {
            Alarms alarms = practice.runTo(practice.now().plusSeconds(900)).alarms();
            assertThat(raised(alarms)).isEmpty();
            assertThat(alarms.listed()).isEmpty();
        }
    }

    @Test
    void theOutageIsToldHalfAnHourBeforeAServerIsFull() {
        try (SteppedPractice practice = practice(ScenarioName.REFERENCE_OUTAGE)) {
            Alarms early = practice.runTo(at(practice, "03:38")).alarms();
            assertThat(raised(early)).contains("surge@web", "saturation@web");
            Alarms full = practice.runTo(at(practice, "04:05")).alarms();
            assertThat(raised(full))
                    .contains("server-cpu@web/web-07")
                    .startsWith("surge@web", "saturation@web");
            assertThat(full.lines().getFirst().first().priority()).isEqualTo(Priority.HIGH);
            assertThat(full.aside())
                    .filteredOn(a -> a.id().equals("surge@fleet"))
                    .allMatch(a -> a.state() == AlarmState.SUPPRESSED);
        }
    }
}
