package io.spillway.ui.alarms;

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
}
