package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.Alarms;
import java.util.Comparator;
import java.util.List;

/// What the rail says of alarms.
public final class AlarmsBadge {
    private AlarmsBadge() {}

    /// The style class of the most urgent alarm that waits for an answer; none if none does.
    public static List<String> colour(Alarms alarms) {
        return alarms.listed().stream()
                .filter(a -> a.state().unacknowledged())
                .map(Alarm::priority)
                .min(Comparator.naturalOrder())
                .map(p -> List.of("p" + p.digit()))
                .orElse(List.of());
    }
}
