package io.spillway.alarm;

import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A peak of one poll stays listed until somebody has seen it.
class LatchedPeakTest {
    private final Panel panel = new Panel();
    private final String id = Panel.id(PEAK, "a");

    @Test
    void aPeakOfOneSecondIsLatched() {
        panel.peak(PEAK, "a").run(3_600);
        assertThat(panel.alarm(id).state()).isEqualTo(AlarmState.RETURNED_UNACKNOWLEDGED);
        assertThat(panel.alarm(id).value()).isEqualTo(1);
        assertThat(panel.ring().pattern()).isEqualTo(Ring.Pattern.NONE);
        panel.restart().acknowledge(id);
        assertThat(panel.alarms().listed()).isEmpty();
        assertThat(panel.run(61).memory().tracked()).isEmpty();
    }

    @Test
    void raisedAgainItIsOneAlarmThatRings() {
        panel.peak(PEAK, "a").run(120).set(PEAK, "a", 1).run(1);
        assertThat(panel.alarms().listed()).hasSize(1);
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.ring().start()).isEqualTo(2);
    }
}
