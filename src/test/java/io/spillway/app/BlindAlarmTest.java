package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmEvent;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.rule.RuleNames;
import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Prometheus that stops: one alarm says so at the moment at which its readings are blind,
/// and what depended on it is unknown until it is back.
class BlindAlarmTest {
    @TempDir Path dir;

    private static List<Alarm> hot(Picture picture, AlarmState state) {
        return Stream.concat(picture.alarms().listed().stream(), picture.alarms().aside().stream())
                .filter(a -> a.rule().name().equals(RuleNames.SERVER_CPU) && a.state() == state)
                .toList();
    }

    private static boolean blindRung(Picture picture) {
        return picture.alarms().recent().stream()
                .anyMatch(
                        e -> e.kind() == AlarmEvent.Kind.RAISED && e.id().equals("blind@metrics"));
    }

    @Test
    void rungOnceAndWhatDependedOnItIsUnknownUntilItIsBack() throws Exception {
        try (TroubledFleet site = new TroubledFleet(dir, 1)) {
            rungOnce(site);
        }
    }

    private static void rungOnce(TroubledFleet site) {
        int servers = site.desk.picture().fleet().servers().size();
        Picture hot = site.until(p -> hot(p, AlarmState.ACTIVE_UNACKNOWLEDGED).size() == servers);
        site.prometheus.kill();
        site.until(p -> TroubledFleet.all(p, Metric.CPU, Quality.BLIND) && blindRung(p));
        List<Picture> since =
                List.copyOf(site.pictures.subList((int) hot.tick(), site.pictures.size()));
        Picture dark =
                since.stream()
                        .filter(p -> TroubledFleet.all(p, Metric.CPU, Quality.BLIND))
                        .findFirst()
                        .orElseThrow();
        Picture rung = since.stream().filter(p -> blindRung(p)).findFirst().orElseThrow();
        assertThat(rung.tick()).isEqualTo(dark.tick());
        assertThat(rung.alarms().listed())
                .extracting(Alarm::id)
                .contains("blind@metrics")
                .noneMatch(id -> id.startsWith("server-cpu"));
        assertThat(hot(rung, AlarmState.UNKNOWN))
                .hasSize(servers)
                .allMatch(a -> a.parent().equals("BLIND metrics"));

        site.prometheus.restart();
        Picture live = site.until(p -> TroubledFleet.all(p, Metric.CPU, Quality.LIVE));
        site.until(p -> p.tick() > live.tick() + 2);
        int first = (int) live.tick();
        assertThat(site.pictures.subList(first - 1, first + 2))
                .anyMatch(p -> hot(p, AlarmState.ACTIVE_UNACKNOWLEDGED).size() == servers);
        Picture after = site.until(p -> p.tick() >= live.tick() + 20);
        assertThat(after.alarms().recent())
                .filteredOn(e -> e.kind() == AlarmEvent.Kind.RAISED)
                .extracting(AlarmEvent::id)
                .containsOnlyOnce("blind@metrics");
    }
}
