package io.spillway.alarm;

import static io.spillway.alarm.AlarmState.ACTIVE_ACKNOWLEDGED;
import static io.spillway.alarm.AlarmState.ACTIVE_UNACKNOWLEDGED;
import static io.spillway.alarm.AlarmState.NORMAL;
import static io.spillway.alarm.AlarmState.OUT_OF_SERVICE;
import static io.spillway.alarm.AlarmState.RETURNED_UNACKNOWLEDGED;
import static io.spillway.alarm.AlarmState.SHELVED;
import static io.spillway.alarm.AlarmState.SUPPRESSED;
import static io.spillway.alarm.AlarmState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole transition table, a case per cell, and its copy in the manual.
class StatesTest {
    private static final Path MANUAL = Path.of("docs/alarms.md");
    private static final String BEGIN = "<!-- transitions: begin -->\n";
    private static final String END = "<!-- transitions: end -->";

    /// All that changes anything, written down a second time, from the states' point of view; in
    /// every other cell the state stays.
    private static final Map<AlarmState, Map<Happening, AlarmState>> CHANGES =
            Map.of(
                    NORMAL,
                    Map.of(
                            Happening.RAISED, ACTIVE_UNACKNOWLEDGED,
                            Happening.SHELVED, SHELVED,
                            Happening.SUPPRESSED, SUPPRESSED,
                            Happening.LOST, UNKNOWN,
                            Happening.TAKEN_OUT, OUT_OF_SERVICE),
                    ACTIVE_UNACKNOWLEDGED,
                    Map.of(
                            Happening.RETURNED, RETURNED_UNACKNOWLEDGED,
                            Happening.ACKNOWLEDGED, ACTIVE_ACKNOWLEDGED,
                            Happening.SHELVED, SHELVED,
                            Happening.SUPPRESSED, SUPPRESSED,
                            Happening.LOST, UNKNOWN,
                            Happening.TAKEN_OUT, OUT_OF_SERVICE),
                    ACTIVE_ACKNOWLEDGED,
                    Map.of(
                            Happening.RETURNED, NORMAL,
                            Happening.ROSE, ACTIVE_UNACKNOWLEDGED,
                            Happening.REALARMED, ACTIVE_UNACKNOWLEDGED,
                            Happening.SHELVED, SHELVED,
                            Happening.SUPPRESSED, SUPPRESSED,
                            Happening.LOST, UNKNOWN,
                            Happening.TAKEN_OUT, OUT_OF_SERVICE),
                    RETURNED_UNACKNOWLEDGED,
                    Map.of(
                            Happening.RAISED, ACTIVE_UNACKNOWLEDGED,
                            Happening.ACKNOWLEDGED, NORMAL,
                            Happening.SHELVED, SHELVED,
                            Happening.SUPPRESSED, SUPPRESSED,
                            Happening.LOST, UNKNOWN,
                            Happening.TAKEN_OUT, OUT_OF_SERVICE),
                    SHELVED,
                    Map.of(
                            Happening.ROSE, ACTIVE_UNACKNOWLEDGED,
                            Happening.UNSHELVED, NORMAL,
                            Happening.TAKEN_OUT, OUT_OF_SERVICE),
                    SUPPRESSED,
                    Map.of(
                            Happening.SHELVED, SHELVED,
                            Happening.LOST, UNKNOWN,
                            Happening.FREED_NORMAL, NORMAL,
                            Happening.FREED_UNACKNOWLEDGED, ACTIVE_UNACKNOWLEDGED,
                            Happening.FREED_ACKNOWLEDGED, ACTIVE_ACKNOWLEDGED,
                            Happening.FREED_RETURNED, RETURNED_UNACKNOWLEDGED,
                            Happening.TAKEN_OUT, OUT_OF_SERVICE),
                    OUT_OF_SERVICE,
                    Map.of(Happening.PUT_BACK, NORMAL),
                    UNKNOWN,
                    Map.of(
                            Happening.SHELVED, SHELVED,
                            Happening.SUPPRESSED, SUPPRESSED,
                            Happening.FREED_NORMAL, NORMAL,
                            Happening.FREED_UNACKNOWLEDGED, ACTIVE_UNACKNOWLEDGED,
                            Happening.FREED_ACKNOWLEDGED, ACTIVE_ACKNOWLEDGED,
                            Happening.FREED_RETURNED, RETURNED_UNACKNOWLEDGED,
                            Happening.TAKEN_OUT, OUT_OF_SERVICE));

    static Stream<Arguments> cells() {
        return Arrays.stream(AlarmState.values())
                .flatMap(s -> Arrays.stream(Happening.values()).map(h -> Arguments.of(s, h)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyStateKnowsEverythingThatCanHappen(AlarmState state, Happening happening) {
        AlarmState wanted = CHANGES.getOrDefault(state, Map.of()).getOrDefault(happening, state);
        assertThat(Transitions.next(state, happening)).isEqualTo(wanted);
    }

    @Test
    void everyStateIsReachedAndLeft() {
        Set<AlarmState> reached = EnumSet.noneOf(AlarmState.class);
        for (AlarmState state : AlarmState.values()) {
            Set<AlarmState> next =
                    Arrays.stream(Happening.values())
                            .map(h -> Transitions.next(state, h))
                            .filter(s -> s != state)
                            .collect(Collectors.toSet());
            assertThat(next).as("out of %s", state).isNotEmpty();
            reached.addAll(next);
        }
        assertThat(reached).containsExactlyInAnyOrder(AlarmState.values());
    }

    @Test
    void theManualShowsTheTable() throws IOException {
        String manual = Files.readString(MANUAL);
        int begin = manual.indexOf(BEGIN) + BEGIN.length();
        int end = manual.indexOf(END);
        if (Boolean.getBoolean("spillway.write")) {
            Files.writeString(MANUAL, manual.substring(0, begin) + table() + manual.substring(end));
            return;
        }
        assertThat(manual.substring(begin, end))
                .as("docs/alarms.md is old; write it anew with -Dspillway.write=true")
                .isEqualTo(table());
    }

    /// The table in Markdown; a dash where the state stays.
    private static String table() {
        StringBuilder text = new StringBuilder("| |");
        for (AlarmState state : AlarmState.values()) {
            text.append(' ').append(words(state)).append(" |");
        }
        text.append("\n|---|").append("---|".repeat(AlarmState.values().length)).append('\n');
        for (Happening happening : Happening.values()) {
            text.append("| ").append(happening.words()).append(" |");
            for (AlarmState state : AlarmState.values()) {
                AlarmState next = Transitions.next(state, happening);
                text.append(' ').append(next == state ? "–" : words(next)).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String words(AlarmState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
