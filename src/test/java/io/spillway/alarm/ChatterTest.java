package io.spillway.alarm;

import static io.spillway.alarm.Panel.ERRORS;
import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.Rule;
import org.junit.jupiter.api.Test;

/// What comes and goes three times in a minute is marked.
class ChatterTest {
    private final Panel panel = new Panel();
    private final String id = Panel.id(PEAK, "a");

    private void thrice(Rule rule, double value, int pause) {
        for (int i = 0; i < 3; i++) {
            panel.set(rule, "a", value).run(1).clear(rule, "a").run(i < 2 ? pause : 1);
        }
    }

    @Test
    void threeTimesInAMinuteIsMarkedOnce() {
        thrice(PEAK, 1, 10);
        assertThat(panel.alarm(id).chatters()).isTrue();
        thrice(PEAK, 1, 10);
        assertThat(panel.count(AlarmEvent.Kind.CHATTERS)).isEqualTo(1);
        assertThat(panel.events.stream().filter(e -> e.kind() == AlarmEvent.Kind.CHATTERS))
                .allSatisfy(e -> assertThat(e.text()).contains("on-delay", "shelf"));
    }

    @Test
    void threeTimesInMoreIsNot() {
        thrice(PEAK, 1, 30);
        assertThat(panel.alarm(id).chatters()).isFalse();
    }

    @Test
    void markedItIsListedButRingsNoMore() {
        thrice(PEAK, 1, 10);
        long rang = panel.ring().start();
        panel.set(PEAK, "a", 1).run(1);
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.NONE, rang));
    }

    @Test
    void ofHighPriorityItRingsEveryTime() {
        thrice(ERRORS, 12, 10);
        long rang = panel.ring().start();
        panel.set(ERRORS, "a", 12).run(1);
        assertThat(panel.alarm(Panel.id(ERRORS, "a")).chatters()).isTrue();
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.HIGH, rang + 1));
    }

    @Test
    void quietForTenMinutesItIsForgotten() {
        thrice(PEAK, 1, 10);
        panel.acknowledge(id);
        assertThat(panel.run(590).memory().tracked()).contains(id);
        assertThat(panel.run(20).memory().tracked()).isEmpty();
    }
}
