package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Standing;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Subject;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A row of the table: the same object for the same alarm from tick to tick.
final class AlarmLine {
    private final ObjectProperty<AlarmRow> row;

    AlarmLine(AlarmRow row) {
        this.row = new SimpleObjectProperty<>(row);
    }

    void update(AlarmRow next) {
        row.set(next);
    }

    AlarmRow row() {
        return row.get();
    }

    ReadOnlyObjectProperty<AlarmRow> rowProperty() {
        return row;
    }

    /// A line of no alarm that ever was, to try a table with.
    static AlarmLine sample(Rule rule) {
        Alarm none =
                new Alarm(
                        "",
                        rule,
                        Subject.fleet(),
                        rule.priority(),
                        AlarmState.ACTIVE_UNACKNOWLEDGED,
                        Double.NaN,
                        0,
                        0,
                        Standing.WELL,
                        0,
                        "",
                        null,
                        null,
                        "",
                        false,
                        Origin.OWN);
        return new AlarmLine(AlarmRow.of(none, AlarmRow.Look.LISTED, 0));
    }
}
