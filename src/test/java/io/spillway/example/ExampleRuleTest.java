package io.spillway.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmEngine;
import io.spillway.alarm.AlarmList;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Figures;
import io.spillway.alarm.Memory;
import io.spillway.alarm.rule.RuleCheck;
import io.spillway.alarm.rule.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every rule must show: it asks for an answer, comes after its delay and not before, stays
/// between its levels, and goes.
class ExampleRuleTest {
    private static final long SECOND = 1_000;
    private static final Rules RULES = new Rules(List.of(StarvedRule.RULE), List.of());

    private final AlarmEngine engine = new AlarmEngine(RULES);
    private Memory memory = Memory.none();
    private long time;

    /// So many seconds at which web-3 gets this, and the others 100 a second.
    private List<Alarm> after(int seconds, double rate) {
        for (int i = 0; i < seconds; i++) {
            Map<String, Double> rates = Map.of("web-1", 100.0, "web-2", 100.0, "web-3", rate);
            var signals = StarvedRule.signals("web", rates, memory.tracked(), SECOND);
            memory = engine.step(memory, signals, time += SECOND).memory();
        }
        return AlarmList.of(memory, RULES, Figures.none(), List.of(), time).listed();
    }

    /// Cause, consequence, response and time are there; only the desk does not know it yet.
    @Test
    void itAsksForAnAnswer() {
        assertThat(RuleCheck.of(StarvedRule.RULE))
                .singleElement()
                .asString()
                .startsWith("The rule \"starved\" is unknown");
    }

    @Test
    void itComesAfterItsDelayAndStaysBetweenItsLevels() {
        assertThat(after(59, 0)).isEmpty();
        assertThat(after(10, 0))
                .singleElement()
                .satisfies(a -> assertThat(a.id()).isEqualTo("starved@web/web-3"))
                .satisfies(a -> assertThat(a.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED));
        assertThat(after(300, 10))
                .extracting(Alarm::state)
                .containsExactly(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(after(120, 90))
                .extracting(Alarm::state)
                .containsExactly(AlarmState.RETURNED_UNACKNOWLEDGED);
    }

    @Test
    void whatIsNotKnownProvesNothing() {
        assertThat(after(300, Double.NaN)).isEmpty();
    }
}
