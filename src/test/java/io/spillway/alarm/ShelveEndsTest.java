package io.spillway.alarm;

import static io.spillway.alarm.Panel.CPU;
import static io.spillway.alarm.Panel.ERRORS;
import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A shelf has a reason and an end.
class ShelveEndsTest {
    private final Panel panel = new Panel();
    private final String id = Panel.id(CPU, "a");

    static Stream<Arguments> longest() {
        return Stream.of(
                Arguments.of(CPU, Duration.ofMinutes(30), "30 min"),
                Arguments.of(ERRORS, Duration.ofHours(2), "2 h"),
                Arguments.of(PEAK, Duration.ofHours(8), "8 h"));
    }

    @ParameterizedTest
    @MethodSource("longest")
    void aSecondMoreIsRefused(Rule rule, Duration longest, String words) {
        String alarm = Panel.id(rule, "a");
        panel.set(rule, "a", 1).run(30);
        assertThat(panel.shelve(alarm, longest.plusSeconds(1)))
                .contains(alarm, rule.priority().word(), words, "shorter");
        assertThat(panel.state(alarm)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.shelve(alarm, longest)).isEmpty();
        assertThat(panel.state(alarm)).isEqualTo(AlarmState.SHELVED);
    }

    @Test
    void itNeedsAReason() {
        panel.set(CPU, "a", .95).run(30);
        OperatorAct act = new OperatorAct.Shelve(List.of(id), 60_000, "  ", Panel.OPS);
        assertThat(panel.act(act)).contains("reason");
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.shelve(id, Duration.ofSeconds(-1))).contains("end after it begins");
    }

    @Test
    void stillActiveAtTheEndItRingsAsNew() {
        panel.set(CPU, "a", .95).run(30).acknowledge(id);
        long rang = panel.ring().start();
        panel.shelve(id, Duration.ofMinutes(30));
        assertThat(panel.alarms().aside(AlarmState.SHELVED)).isEqualTo(1);
        assertThat(panel.alarm(id).shelf())
                .isEqualTo(
                        new Alarm.Shelf(
                                Panel.OPS, panel.time(), panel.time() + 1_800_000, "Known."));
        panel.run(1_799).restart();
        assertThat(panel.state(id)).isEqualTo(AlarmState.SHELVED);
        panel.run(1);
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.alarm(id).since()).isEqualTo(panel.time());
        assertThat(panel.alarm(id).acknowledged()).isNull();
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.HIGH, rang + 1));
        assertThat(panel.kinds(id)).endsWith(AlarmEvent.Kind.UNSHELVED, AlarmEvent.Kind.RAISED);
    }

    @Test
    void wellAtTheEndItIsNormal() {
        panel.set(CPU, "a", .95).run(30);
        panel.shelve(id, Duration.ofMinutes(5));
        panel.wellAgain().run(300);
        assertThat(panel.state(id)).isEqualTo(AlarmState.NORMAL);
        assertThat(panel.kinds(id))
                .containsExactly(
                        AlarmEvent.Kind.RAISED,
                        AlarmEvent.Kind.SHELVED,
                        AlarmEvent.Kind.RETURNED,
                        AlarmEvent.Kind.UNSHELVED);
    }

    @Test
    void untilTheNextReturn() {
        panel.set(CPU, "a", .95).run(30);
        assertThat(panel.shelve(id, Duration.ZERO)).isEmpty();
        panel.run(36_000);
        assertThat(panel.state(id)).isEqualTo(AlarmState.SHELVED);
        panel.wellAgain().run(61);
        assertThat(panel.state(id)).isEqualTo(AlarmState.NORMAL);
        panel.set(CPU, "a", .95).run(30);
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void whatIsNotActiveHasNoReturnToWaitFor() {
        panel.set(CPU, "a", .95).run(5);
        assertThat(panel.shelve(id, Duration.ZERO)).contains("not active", "give a time");
        assertThat(panel.shelve(id, Duration.ofMinutes(1))).isEmpty();
        panel.run(59);
        assertThat(panel.ring()).isEqualTo(Ring.NONE);
        assertThat(panel.run(1).state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void anOperatorMayEndIt() {
        panel.set(CPU, "a", .95).run(30);
        panel.shelve(id, Duration.ofMinutes(5));
        panel.run(10).act(new OperatorAct.Unshelve(List.of(id), "ops-2"));
        assertThat(panel.state(id)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        AlarmEvent event = panel.events.get(panel.events.size() - 2);
        assertThat(event.kind()).isEqualTo(AlarmEvent.Kind.UNSHELVED);
        assertThat(event.author()).isEqualTo("ops-2");
    }

    @Test
    void aHigherPriorityTakesItOffTheShelf() {
        String errors = Panel.id(ERRORS, "a");
        panel.set(ERRORS, "a", 2).run(1);
        panel.shelve(errors, Duration.ofHours(2));
        panel.run(60).set(ERRORS, "a", 12).run(2);
        assertThat(panel.state(errors)).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(panel.alarm(errors).shelf()).isNull();
        assertThat(panel.ring().pattern()).isEqualTo(Ring.Pattern.HIGH);
    }
}
