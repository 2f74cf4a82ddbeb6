package io.spillway.alarm;

import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is still active 15 minutes after its acknowledgement asks again.
class ReAlarmTest {
    private final Panel panel = new Panel();
    private final String id = Panel.id(PEAK, "a");

    @Test
    void asksAgainAndRingsOnce() {
        panel.set(PEAK, "a", 1).run(1).acknowledge(id);
        long rang = panel.ring().start();
        panel.run(899);
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        panel.run(1);
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.LOW, rang + 1));
        panel.run(3_000);
        assertThat(panel.ring().start()).isEqualTo(rang + 1);
        assertThat(panel.count(AlarmEvent.Kind.REALARMED)).isEqualTo(1);
        assertThat(panel.count(AlarmEvent.Kind.RAISED)).isEqualTo(1);
    }

    @Test
    void everyAcknowledgementGivesTimeAnew() {
        panel.set(PEAK, "a", 1).run(1).acknowledge(id);
        panel.run(900).acknowledge(id);
        panel.run(899);
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        panel.run(1);
        assertThat(panel.count(AlarmEvent.Kind.REALARMED)).isEqualTo(2);
    }
}
