package io.spillway.alarm;

import static io.spillway.alarm.Panel.ERRORS;
import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.signal.Subject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// When it rains alarms, the list stays short and loses none.
class FloodTest {
    private final Panel panel = new Panel();

    @Test
    void theEleventhWithinTenMinutesBeginsIt() {
        IntStream.range(0, 10).forEach(i -> panel.set(PEAK, "s" + i, 1).run(1));
        assertThat(panel.alarms().flood()).isFalse();
        assertThat(panel.alarms().lines()).hasSize(10);
        panel.run(589).set(PEAK, "late", 1).run(1);
        assertThat(panel.alarms().flood()).as("the first is 599 s old").isTrue();
        assertThat(panel.count(AlarmEvent.Kind.FLOOD_BEGAN)).isEqualTo(1);
    }

    @Test
    void elevenInMoreThanTenMinutesAreNone() {
        IntStream.range(0, 10).forEach(i -> panel.set(PEAK, "s" + i, 1).run(1));
        panel.run(590).set(PEAK, "late", 1).run(1);
        assertThat(panel.alarms().flood()).isFalse();
    }

    @Test
    void theFirstTenMinutesWithFewerThanFiveEndIt() {
        IntStream.range(0, 11).forEach(i -> panel.set(PEAK, "s" + i, 1));
        panel.run(1);
        IntStream.range(20, 25).forEach(i -> panel.run(60).set(PEAK, "s" + i, 1));
        panel.run(1);
        assertThat(panel.run(359).alarms().flood()).as("5 in the last 10 minutes").isTrue();
        assertThat(panel.run(1).alarms().flood()).as("4 in the last 10 minutes").isFalse();
        assertThat(panel.events.getLast().kind()).isEqualTo(AlarmEvent.Kind.FLOOD_ENDED);
        assertThat(panel.alarms().lines()).hasSize(16);
    }

    @Test
    void fiveHundredInTenSecondsAreSevenLinesAtMostAndAllInTheHistory() {
        Panel rain = new Panel(manyRules());
        List<Rule> rules = manyRules().rules();
        rain.set(Panel.signal(rules.get(3), Subject.server("p0", "first"), 1, "", null)).run(1);
        long starts = rain.ring().start();
        for (int second = 0; second < 10; second++) {
            for (int i = 0; i < 50; i++) {
                int n = second * 50 + i;
                Subject about = Subject.server("p" + n % 4, "s" + n);
                rain.set(Panel.signal(rules.get(n % rules.size()), about, 1, "", null));
            }
            rain.run(1);
            assertThat(rain.alarms().lines()).hasSizeLessThanOrEqualTo(Alarms.MOST_LINES);
        }
        Alarms alarms = rain.alarms();
        assertThat(alarms.lines()).hasSize(Alarms.MOST_LINES);
        assertThat(alarms.lines().getFirst().first().id()).isEqualTo("r3@p0/first");
        assertThat(alarms.lines().getFirst().text()).isEqualTo("Title of r3 on 43 servers");
        assertThat(alarms.lines().getLast().text()).endsWith("alarms of 6 other kinds");
        assertThat(alarms.listed()).doesNotHaveDuplicates().hasSize(501);
        assertThat(rain.count(AlarmEvent.Kind.RAISED)).isEqualTo(501);
        assertThat(rain.ring().start() - starts).isLessThanOrEqualTo(3);
        assertThat(alarms.lines())
                .as("those of high priority have a line")
                .anySatisfy(l -> assertThat(l.first().rule().name()).isEqualTo("r11"));
    }

    private static Rules manyRules() {
        Limits limits = Panel.limits(1, 1, 0, 0);
        return new Rules(
                IntStream.range(0, 12)
                        .mapToObj(i ->
                                Panel.rule("r" + i, i == 11 ? Priority.HIGH : Priority.LOW, limits))
                        .toList(),
                List.of());
    }

    @Test
    void oneCauseIsOneLine() {
        IntStream.range(0, 41).forEach(i -> panel.set(PEAK, "s" + i, 1));
        panel.run(1).set(ERRORS, "s1", 1).run(1);
        assertThat(panel.alarms().lines())
                .extracting(Line::text)
                .containsExactly("Title of peak on 41 servers of web", "Title of errors");
        assertThat(panel.alarms().lines().getFirst().others()).hasSize(40);
    }
}
