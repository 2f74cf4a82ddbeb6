package io.spillway.ui.plan;

import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// One row of a plan's table: its texts by column, made only for rows that are in sight, and new at
/// once when they change.
final class PlanRow {
    private final String name;
    private final ReadOnlyObjectWrapper<IntFunction<String>> texts;

    /// @param texts column to text
    PlanRow(String name, IntFunction<String> texts) {
        this.name = name;
        this.texts = new ReadOnlyObjectWrapper<>(texts);
    }

    /// What it is about: a server, a class.
    String name() {
        return name;
    }

    /// Shows other texts.
    void update(IntFunction<String> other) {
        texts.set(other);
    }

    ReadOnlyObjectProperty<IntFunction<String>> texts() {
        return texts.getReadOnlyProperty();
    }

    /// One column's text.
    ObservableValue<String> text(int column) {
        return texts().map(t -> t.apply(column));
    }
}
