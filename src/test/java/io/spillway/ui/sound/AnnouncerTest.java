package io.spillway.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.Alarms;
import io.spillway.alarm.Figures;
import io.spillway.alarm.Line;
import io.spillway.alarm.Ring;
import io.spillway.alarm.signal.Subject;
import io.spillway.ui.SampleAlarmRules;
import io.spillway.ui.SampleAlarms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
    private static final Alarm HOT = hot("web-017");

    private final List<String> said = new ArrayList<>();
    private final Announcer announcer =
            new Announcer((title, text) -> said.add(title + " / " + text));

    private static Alarm hot(String server) {
        return SampleAlarms.active(SampleAlarmRules.CPU, Subject.server("web", server), .95, 1);
    }

    private static Alarms of(Alarm... alarms) {
        return new Alarms(
                Stream.of(alarms).map(a -> new Line(a, List.of(), "")).toList(),
                false,
                List.of(),
                List.of(),
                List.of(),
                Figures.none(),
                Ring.NONE,
                List.of());
    }

    @Test
    void whatIsNewIsAnnouncedOnce() {
        announcer.show(of(HOT), false);
        announcer.show(of(HOT), false);
        assertThat(said).containsExactly("Spillway: high alarm / CPU overload: web-017");
    }

    @Test
    void whoLooksNeedsNoWord() {
        announcer.show(of(HOT), true);
        announcer.show(of(HOT), false);
        assertThat(said).isEmpty();
    }

    @Test
    void manyAreOneWord() {
        announcer.show(of(HOT, hot("web-018"), hot("web-019"), hot("web-020")), false);
        assertThat(said).hasSize(1);
        assertThat(said.getFirst()).startsWith("Spillway: 4 high alarms").endsWith("and 1 more");
    }

    @Test
    void onlyHighOnesThatWaitAreAnnouncedAndWithoutTheirDetail() {
        Alarm surge = SampleAlarms.active(SampleAlarmRules.SURGE, Subject.fleet(), 4, 1);
        Alarm known = SampleAlarms.acknowledged(HOT, "token=s3cret", 1);
        announcer.show(of(surge, known), false);
        assertThat(said).isEmpty();

        announcer.show(of(surge, HOT), false);
        assertThat(said).containsExactly("Spillway: high alarm / CPU overload: web-017");
    }
}
