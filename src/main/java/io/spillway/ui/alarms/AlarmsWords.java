package io.spillway.ui.alarms;

import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Alarms;
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
            parts.add("flood: " + alarms.listed().size() + " alarms");
        }
        if (counted() && !alarms.pending().isEmpty()) {
            parts.add(alarms.pending().size() + " pending");
        }
        parts.add(alarms.figures().lastTenMinutes() + " in the last 10 min");
        if (alarms.figures().longest() > 0) {
            parts.add("longest standing " + AlarmWords.delay(alarms.figures().longest()));
        }
        int unknown = alarms.aside(AlarmState.UNKNOWN);
        if (unknown > 0) {
            parts.add(unknown + " unknown");
        }
        return String.join(" · ", parts);
    }

    /// How many are put aside, by what put them there.
    String aside() {
        List<String> parts = new ArrayList<>();
        parts.add(alarms.aside(AlarmState.SHELVED) + " shelved");
        add(parts, AlarmState.SUPPRESSED, " suppressed");
        add(parts, AlarmState.UNKNOWN, " unknown");
        add(parts, AlarmState.OUT_OF_SERVICE, " out of service");
        return String.join(" · ", parts);
    }

    private void add(List<String> parts, AlarmState state, String words) {
        int n = alarms.aside(state);
        if (n > 0) {
            parts.add(n + words);
        }
    }

    /// What stands in an empty list.
    String nothing() {
        return alarms.listed().isEmpty() ? "No alarm is active." : "No alarm has these words.";
    }
}
