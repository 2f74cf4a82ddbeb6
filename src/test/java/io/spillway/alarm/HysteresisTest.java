package io.spillway.alarm;

import static io.spillway.alarm.Panel.CPU;
import static io.spillway.alarm.Panel.ERRORS;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.rule.Standing;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Between set and clear nothing comes and nothing goes, and both take their time.
class HysteresisTest {
    private final Panel panel = new Panel();
    private final String id = Panel.id(CPU, "a");

    @Test
    void noiseAroundTheLimitForTenMinutesIsOneAlarm() {
        Random random = new Random(8);
        panel.set(CPU, "a", .92).run(20);
        for (int i = 0; i < 600; i++) {
            panel.set(CPU, "a", .9 * (1 + .04 * (random.nextDouble() - .5))).run(1);
        }
        assertThat(panel.count(AlarmEvent.Kind.RAISED)).isEqualTo(1);
        assertThat(panel.count(AlarmEvent.Kind.RETURNED)).isZero();
    }

    @Test
    void bothTimersAreSeen() {
        panel.set(CPU, "a", .95).run(1);
        long began = panel.time();
        panel.run(19);
        assertThat(panel.alarms().pending()).hasSize(1);
        assertThat(panel.alarm(id).standing())
                .isEqualTo(new Standing(Standing.Phase.PENDING, began));
        panel.run(1);
        assertThat(panel.alarms().pending()).isEmpty();
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        panel.clear(CPU, "a").run(1);
        assertThat(panel.alarm(id).standing())
                .isEqualTo(new Standing(Standing.Phase.CLEARING, panel.time()));
        assertThat(panel.alarm(id).value()).as("the last that was known").isEqualTo(.95);
        assertThat(panel.run(59).state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.run(1).state(id)).isEqualTo(AlarmState.RETURNED_UNACKNOWLEDGED);
    }

    @Test
    void whatWasNotSeenProvesNoDelay() {
        panel.set(CPU, "a", .95).run(10);
        panel.set(CPU, "a", Double.NaN).run(600);
        panel.set(CPU, "a", .95).run(20);
        assertThat(panel.state(id)).isEqualTo(AlarmState.NORMAL);
        assertThat(panel.run(1).state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void limitsOfOneServerHoldForIt() {
        Rules.Own own = new Rules.Own(CPU.name(), "web", "a", Panel.limits(.99, .9, 20, 60));
        Panel strict = new Panel(new Rules(Panel.RULES.rules(), List.of(own)));
        strict.set(CPU, "a", .95).set(CPU, "b", .95).run(30);
        assertThat(strict.state(id)).isEqualTo(AlarmState.NORMAL);
        assertThat(strict.state(Panel.id(CPU, "b"))).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void aPriorityThatRisesAsksAgain() {
        String errors = Panel.id(ERRORS, "a");
        panel.set(ERRORS, "a", 2).run(1).acknowledge(errors);
        panel.set(ERRORS, "a", 12).run(1);
        assertThat(panel.state(errors)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.alarm(errors).priority()).isEqualTo(io.spillway.alarm.rule.Priority.HIGH);
        assertThat(panel.ring().pattern()).isEqualTo(Ring.Pattern.HIGH);
        panel.set(ERRORS, "a", 2).run(5).set(ERRORS, "a", 12).run(5);
        assertThat(panel.count(AlarmEvent.Kind.ROSE)).isEqualTo(1);
    }

    @Test
    void wellValuesAreNotFollowed() {
        panel.set(CPU, "a", .5).run(1);
        assertThat(panel.memory().tracked()).isEmpty();
    }
}
