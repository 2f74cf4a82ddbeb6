package io.spillway.alarm;

import static io.spillway.alarm.Panel.CPU;
import static io.spillway.alarm.Panel.ERRORS;
import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is to be heard.
class RingTest {
    private final Panel panel = new Panel();

    private Ring.Pattern pattern() {
        return panel.ring().pattern();
    }

    @Test
    void theMostUrgentRingsUntilAllAreAcknowledged() {
        panel.set(PEAK, "a", 1).run(1);
        assertThat(pattern()).isEqualTo(Ring.Pattern.LOW);
        panel.set(ERRORS, "a", 1).run(1);
        assertThat(pattern()).isEqualTo(Ring.Pattern.MEDIUM);
        panel.set(CPU, "a", .95).run(30);
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.HIGH, 3));
        panel.acknowledge(Panel.id(CPU, "a"));
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.MEDIUM, 3));
        panel.acknowledge(Panel.id(ERRORS, "a"), Panel.id(PEAK, "a"));
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.NONE, 3));
    }

    @Test
    void silenceHoldsUntilSomethingIsRaised() {
        panel.set(ERRORS, "a", 1).run(1);
        panel.act(new OperatorAct.Silence(Panel.OPS));
        assertThat(panel.run(60).restart().ring().pattern()).isEqualTo(Ring.Pattern.NONE);
        assertThat(panel.events.getLast().kind()).isEqualTo(AlarmEvent.Kind.SILENCED);
        panel.set(PEAK, "a", 1).run(1);
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.LOW, 2));
    }

    @Test
    void aHigherPriorityBreaksThroughSilence() {
        panel.set(ERRORS, "a", 1).run(1);
        panel.act(new OperatorAct.Silence(Panel.OPS));
        panel.set(ERRORS, "a", 12).run(1);
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.HIGH, 2));
    }

    @Test
    void silenceWhereNothingRingsIsNoEvent() {
        assertThat(panel.act(new OperatorAct.Silence(Panel.OPS))).isEmpty();
        assertThat(panel.events).isEmpty();
    }

    @Test
    void aSecondOfTheSameKindStartsAnewALesserOneDoesNot() {
        panel.set(ERRORS, "a", 1).run(1).set(ERRORS, "b", 1).run(1);
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.MEDIUM, 2));
        panel.set(PEAK, "a", 1).run(1);
        assertThat(panel.ring()).isEqualTo(new Ring(Ring.Pattern.MEDIUM, 2));
    }

    @Test
    void inAFloodASoundStartsEveryFiveSecondsAtMost() {
        IntStream.range(0, 11).forEach(i -> panel.set(PEAK, "s" + i, 1));
        panel.run(1);
        long last = panel.ring().start();
        long started = panel.time();
        for (int i = 0; i < 60; i++) {
            panel.set(PEAK, "t" + i, 1).run(1);
            if (panel.ring().start() != last) {
                assertThat(panel.ring().start()).isEqualTo(last + 1);
                assertThat(panel.time() - started).isEqualTo(5_000);
                last = panel.ring().start();
                started = panel.time();
            }
        }
        assertThat(last).isEqualTo(13);
        panel.set(ERRORS, "a", 12).run(5);
        assertThat(pattern()).as("a start that had to wait").isEqualTo(Ring.Pattern.HIGH);
    }
}
