package io.spillway.ui.kit;

import javafx.scene.Node;

/// One row of a list, reused for whatever is at its place.
public interface RowView<T> {
    /// What is put into the list.
    Node node();

    /// Shows this item from now on.
    void show(T item);
}
