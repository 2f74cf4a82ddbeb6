package io.spillway.alarm;

import static io.spillway.alarm.Panel.BLIND;
import static io.spillway.alarm.Panel.CPU;
import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.signal.Subject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A mere consequence names its parent, and is back as soon as the parent is gone.
class SuppressionParentTest {
    private static final String PARENT = "BLIND prometheus-1";
    private final Panel panel = new Panel();
    private final String a = Panel.id(PEAK, "a");
    private final String b = Panel.id(PEAK, "b");
    private final String c = Panel.id(PEAK, "c");

    private void each(double value, String parent) {
        panel.set(Panel.signal(PEAK, "a", value, parent));
        panel.set(Panel.signal(PEAK, "b", value, parent));
    }

    @Test
    void theyAreBackAsTheyWereWithinOnePoll() {
        each(1, "");
        panel.run(1).acknowledge(b);
        each(1, PARENT);
        panel.set(Panel.signal(PEAK, "c", 1, PARENT)).run(60);
        assertThat(panel.alarms().listed()).isEmpty();
        assertThat(panel.alarms().aside())
                .hasSize(3)
                .allSatisfy(x -> assertThat(x.parent()).isEqualTo(PARENT))
                .allSatisfy(x -> assertThat(x.state()).isEqualTo(AlarmState.SUPPRESSED));
        assertThat(panel.ring().pattern()).isEqualTo(Ring.Pattern.NONE);
        assertThat(panel.events.stream().filter(e -> e.kind() == AlarmEvent.Kind.SUPPRESSED))
                .allSatisfy(e -> assertThat(e.text()).endsWith("suppressed by " + PARENT));
        each(1, "");
        panel.restart().set(PEAK, "c", 1).run(1);
        assertThat(panel.state(a)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.state(b)).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(panel.state(c)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.alarm(a).since()).isEqualTo(Panel.START + 1_000);
        assertThat(panel.alarm(c).since()).isEqualTo(panel.time());
    }

    @Test
    void whatReturnedMeanwhileUnacknowledgedIsLatched() {
        each(1, "");
        panel.run(1).acknowledge(b);
        each(1, PARENT);
        panel.run(5);
        each(0, PARENT);
        panel.run(5);
        assertThat(panel.state(a)).isEqualTo(AlarmState.SUPPRESSED);
        panel.wellAgain().run(1);
        assertThat(panel.state(a)).isEqualTo(AlarmState.RETURNED_UNACKNOWLEDGED);
        assertThat(panel.state(b)).isEqualTo(AlarmState.NORMAL);
    }

    @Test
    void whatCameAndWentUnderItsParentIsHistoryOnly() {
        panel.set(Panel.signal(PEAK, "a", 1, PARENT)).run(1);
        panel.set(Panel.signal(PEAK, "a", 0, PARENT)).run(1);
        assertThat(panel.state(a)).isEqualTo(AlarmState.NORMAL);
        assertThat(panel.kinds(a))
                .containsExactly(
                        AlarmEvent.Kind.SUPPRESSED,
                        AlarmEvent.Kind.RAISED,
                        AlarmEvent.Kind.RETURNED,
                        AlarmEvent.Kind.RELEASED);
    }

    @Test
    void whatWasAcknowledgedUnderItsParentIsAcknowledged() {
        each(1, "");
        panel.run(1);
        each(1, PARENT);
        panel.run(1).acknowledge(a);
        each(1, "");
        assertThat(panel.run(1).state(a)).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(panel.state(b)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void aDeadSourceIsOneAlarmAndAllElseUnknown() {
        panel.set(CPU, "s0", .95).run(30).acknowledge(Panel.id(CPU, "s0"));
        panel.set(CPU, "s1", .95).run(30);
        Subject source = new Subject(Subject.Kind.SOURCE, "", "prometheus-1");
        panel.set(Panel.signal(BLIND, source, 1, "", null));
        IntStream.range(0, 100)
                .forEach(i -> panel.set(Panel.signal(CPU, "s" + i, Double.NaN, PARENT)));
        int before = panel.events.size();
        panel.run(60);
        assertThat(panel.alarms().listed())
                .extracting(Alarm::id)
                .containsExactly("blind@prometheus-1");
        assertThat(panel.ring().pattern()).isEqualTo(Ring.Pattern.BLIND);
        assertThat(panel.alarms().aside(AlarmState.UNKNOWN)).isEqualTo(100);
        assertThat(panel.alarm(Panel.id(CPU, "s1")).value()).isNaN();
        assertThat(panel.events.subList(before, panel.events.size()))
                .extracting(AlarmEvent::kind)
                .containsExactlyInAnyOrder(
                        AlarmEvent.Kind.LOST, AlarmEvent.Kind.LOST, AlarmEvent.Kind.RAISED);
        panel.wellAgain().set(CPU, "s0", .95).set(CPU, "s1", .95).run(1);
        assertThat(panel.state(Panel.id(CPU, "s0"))).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(panel.state(Panel.id(CPU, "s1"))).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.alarms().aside(AlarmState.UNKNOWN)).isZero();
    }
}
