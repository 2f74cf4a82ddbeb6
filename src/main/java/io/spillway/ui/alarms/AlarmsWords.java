package io.spillway.ui.alarms;

import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Alarms;
import io.spillway.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;

/// What is said of all alarms together.
record AlarmsWords(Alarms alarms) {
    /// True if those on their way in are only counted: in a flood, or before one, rows of theirs
    /// would bury the alarms.
    boolean counted() {
        return alarms.flood() || alarms.pending().size() > Alarms.MOST_LINES;
    }

    /// How many came of late, how long the longest stands, what nobody sees.
    String summary() {
        List<String> parts = new ArrayList<>();
        if (alarms.flood()) {
            parts.add(Words.of("alarms.some-flood", alarms.listed().size()));
        }
        if (counted() && !alarms.pending().isEmpty()) {
            parts.add(Words.of("alarms.some-pending", alarms.pending().size()));
        }
        parts.add(Words.of("alarms.some-lately", alarms.figures().lastTenMinutes()));
        if (alarms.figures().longest() > 0) {
            parts.add(Words.of("alarms.longest", AlarmWords.delay(alarms.figures().longest())));
        }
        int unknown = alarms.aside(AlarmState.UNKNOWN);
        if (unknown > 0) {
            parts.add(Words.of("alarms.some-unknown", unknown));
        }
        return String.join(" · ", parts);
    }

    /// How many are put aside, by what put them there.
    String aside() {
        List<String> parts = new ArrayList<>();
        parts.add(Words.of("alarms.some-shelved", alarms.aside(AlarmState.SHELVED)));
        add(parts, AlarmState.SUPPRESSED, "alarms.some-suppressed");
        add(parts, AlarmState.UNKNOWN, "alarms.some-unknown");
        add(parts, AlarmState.OUT_OF_SERVICE, "alarms.some-out-of-service");
        return String.join(" · ", parts);
    }

    private void add(List<String> parts, AlarmState state, String key) {
        int n = alarms.aside(state);
        if (n > 0) {
            parts.add(Words.of(key, n));
        }
    }

    /// What stands in an empty list.
    String nothing() {
        return alarms.listed().isEmpty()
                ? Words.of("alarms.none-active")
                : Words.of("alarms.none-found");
    }
}
