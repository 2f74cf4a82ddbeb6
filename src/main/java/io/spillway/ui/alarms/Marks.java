package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.ui.kit.PriorityMark;
import io.spillway.ui.kit.StyleClasses;
import java.util.List;

/// Dresses the symbol of an alarm.
final class Marks {
    private static final String RETURNED = "returned";
    private static final String OVER = "over";

    private Marks() {}

    static void show(PriorityMark mark, Alarm alarm, AlarmRow.Look look) {
        mark.show(Integer.toString(alarm.priority().digit()));
        AlarmState state = alarm.state();
        List<String> own = List.of();
        if (state == AlarmState.RETURNED_UNACKNOWLEDGED && look != AlarmRow.Look.OVER) {
            own = List.of(RETURNED);
        } else if (!state.active() || look == AlarmRow.Look.OVER) {
            own = List.of(OVER);
        }
        StyleClasses.only(mark, List.of(RETURNED, OVER), own);
    }
}
