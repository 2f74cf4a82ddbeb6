package io.spillway.alarm;

import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Acknowledged is what was drawn, not what arrived since.
class AcknowledgeSeenTest {
    @Test
    void fortyAlarmsTwelveDrawnThreeArriveTwelveAcknowledged() {
        Panel panel = new Panel();
        IntStream.range(0, 40).forEach(i -> panel.set(PEAK, "s" + i, 1));
        panel.run(1);
        List<String> drawn = panel.alarms().listed().stream().limit(12).map(Alarm::id).toList();
        IntStream.range(40, 43).forEach(i -> panel.set(PEAK, "s" + i, 1));
        panel.run(1);
        String refusal = panel.acknowledge(drawn.toArray(String[]::new));
        assertThat(refusal).isEmpty();
        assertThat(panel.alarms().active()).isEqualTo(43);
        assertThat(panel.alarms().listed())
                .filteredOn(a -> a.state() == AlarmState.ACTIVE_ACKNOWLEDGED)
                .extracting(Alarm::id)
                .containsExactlyInAnyOrderElementsOf(drawn);
    }
}
