package io.spillway.alarm;

import static io.spillway.alarm.Panel.ERRORS;
import static io.spillway.alarm.Panel.PEAK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The figures against a count by hand.
class FiguresTest {
    private final Panel panel = new Panel();
    private final FiguresBook book = new FiguresBook();
    private int booked;

    private Figures figures() {
        panel.events.subList(booked, panel.events.size()).forEach(book::add);
        booked = panel.events.size();
        return book.figures(panel.memory(), Panel.RULES, panel.time());
    }

    private void off(String server) {
        panel.clear(PEAK, server).run(1).acknowledge(Panel.id(PEAK, server));
    }

    @Test
    void nothingEverRang() {
        Figures figures = figures();
        assertThat(figures.actors()).isEmpty();
        assertThat(figures.high()).hasSize(144).containsOnly(0);
        assertThat(figures.floodShare()).isZero();
    }

    @Test
    void aDayCountedByHand() {
        // START is at the beginning of a count. Low ones: 3 of a, 2 of b; one of c stays.
        panel.peak(PEAK, "a").minutes(20).peak(PEAK, "a").minutes(20).peak(PEAK, "a");
        panel.minutes(20).peak(PEAK, "b").minutes(20).peak(PEAK, "b");
        panel.set(PEAK, "c", 1).run(1);
        long raised = panel.time();
        // One medium that rises to high, one high from the start.
        panel.minutes(10).set(ERRORS, "d", 2).run(1).set(ERRORS, "d", 20).run(1);
        panel.set(ERRORS, "e", 20).run(1);
        Figures figures = figures();
        assertThat(figures.lastTenMinutes()).isEqualTo(2);
        assertThat(Arrays.stream(figures.low()).sum()).isEqualTo(6);
        assertThat(Arrays.stream(figures.medium()).sum()).isEqualTo(1);
        assertThat(Arrays.stream(figures.high()).sum()).isEqualTo(1);
        int first = (int) ((Panel.START - figures.start()) / Figures.STEP);
        assertThat(Arrays.copyOfRange(figures.low(), first, first + 10))
                .containsExactly(1, 0, 1, 0, 1, 0, 1, 0, 2, 0);
        assertThat(figures.actors().getFirst())
                .isEqualTo(
                        new Figures.Actor(
                                Panel.id(PEAK, "a"), PEAK.title(), "web/a", 3, 3 / 8.0, ""));
        assertThat(figures.actors()).hasSize(5);
        assertThat(figures.standing()).isZero();
        assertThat(figures.longest()).isEqualTo(panel.time() - raised);
        assertThat(panel.minutes(1_441).events).isNotEmpty();
        assertThat(figures().standing()).isEqualTo(3);
        assertThat(Arrays.stream(figures().low()).sum()).isZero();
    }

    @Test
    void theShareOfTimeInAFlood() {
        panel.run(1).peak(PEAK, "first").minutes(60);
        IntStream.range(0, 11).forEach(i -> panel.set(PEAK, "s" + i, 1));
        panel.run(1);
        long began = panel.time();
        panel.minutes(10);
        long ended = panel.time();
        assertThat(panel.events.getLast().kind()).isEqualTo(AlarmEvent.Kind.FLOOD_ENDED);
        panel.minutes(60);
        double span = panel.time() - (Panel.START + 2_000);
        assertThat(figures().floodShare()).isCloseTo((ended - began) / span, within(1e-9));
    }

    @Test
    void afterSevenDaysItIsForgotten() {
        panel.peak(PEAK, "a").acknowledge(Panel.id(PEAK, "a"));
        assertThat(figures().actors()).hasSize(1);
        panel.minutes(7 * 1_440 - 1);
        assertThat(figures().actors()).hasSize(1);
        panel.minutes(1);
        assertThat(figures().actors()).isEmpty();
    }

    @Test
    void forOneThatChattersALongerOnDelayIsProposed() {
        for (int i = 0; i < 3; i++) {
            panel.set(PEAK, "a", 1).run(4);
            off("a");
        }
        panel.set(PEAK, "a", 1).run(60);
        off("a");
        assertThat(figures().actors().getFirst().proposal())
                .isEqualTo("on-delay 0 s to 5 s would leave 1 of 4");
    }

    @Test
    void whatNobodyHeardIsNotCounted() {
        panel.set(Panel.signal(PEAK, "a", 1, "BLIND prometheus-1")).run(1);
        assertThat(figures().lastTenMinutes()).isZero();
        assertThat(figures().actors()).isEmpty();
    }
}
