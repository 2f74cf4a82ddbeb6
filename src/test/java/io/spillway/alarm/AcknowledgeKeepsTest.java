package io.spillway.alarm;

import static io.spillway.alarm.Panel.CPU;
import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Acknowledge records who and when; the alarm stays until it is normal.
class AcknowledgeKeepsTest {
    private final Panel panel = new Panel();
    private final String id = Panel.id(PEAK, "a");

    @Test
    void acknowledgedThenReturned() {
        panel.set(PEAK, "a", 1).run(1);
        assertThat(panel.acknowledge(id)).isEmpty();
        assertThat(panel.alarm(id).state()).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(panel.alarm(id).acknowledged())
                .isEqualTo(new Alarm.Acknowledged(Panel.OPS, panel.time()));
        assertThat(panel.run(30).alarms().listed()).hasSize(1);
        assertThat(panel.wellAgain().run(1).alarms().listed()).isEmpty();
        assertThat(panel.kinds(id))
                .containsExactly(
                        AlarmEvent.Kind.RAISED,
                        AlarmEvent.Kind.ACKNOWLEDGED,
                        AlarmEvent.Kind.RETURNED);
        assertThat(panel.events.get(1).author()).isEqualTo(Panel.OPS);
    }

    @Test
    void returnedThenAcknowledged() {
        panel.peak(PEAK, "a");
        assertThat(panel.alarms().listed()).hasSize(1);
        panel.acknowledge(id);
        assertThat(panel.alarms().listed()).isEmpty();
    }

    @Test
    void silenceAcknowledgesNothing() {
        panel.set(PEAK, "a", 1).run(1);
        panel.act(new OperatorAct.Silence(Panel.OPS));
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void acknowledgingTwiceTellsOnce() {
        panel.set(PEAK, "a", 1).run(1);
        panel.acknowledge(id, id);
        assertThat(panel.acknowledge(id)).isEmpty();
        assertThat(panel.count(AlarmEvent.Kind.ACKNOWLEDGED)).isEqualTo(1);
    }

    @Test
    void idsThatNobodyFollowsAreNamedAndTheOthersDone() {
        panel.set(PEAK, "a", 1).run(1);
        assertThat(panel.acknowledge("peak@web/z", id, "x@y"))
                .contains("peak@web/z, x@y")
                .doesNotContain(id);
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
    }

    @Test
    void takenOutItDoesNotCountUntilPutBack() {
        panel.set(CPU, "a", .95).run(30);
        String cpu = Panel.id(CPU, "a");
        assertThat(panel.act(new OperatorAct.TakeOut(list(cpu), " ", Panel.OPS)))
                .contains("give a reason");
        panel.act(new OperatorAct.TakeOut(list(cpu), "New fan.", Panel.OPS));
        assertThat(panel.run(300).state(cpu)).isEqualTo(AlarmState.OUT_OF_SERVICE);
        assertThat(panel.shelve(cpu, java.time.Duration.ofMinutes(1))).contains("out of service");
        panel.act(new OperatorAct.PutBack(list(cpu), Panel.OPS));
        assertThat(panel.state(cpu)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.events.getLast().kind()).isEqualTo(AlarmEvent.Kind.RAISED);
    }

    private static java.util.List<String> list(String id) {
        return java.util.List.of(id);
    }
}
