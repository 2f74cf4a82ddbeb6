package io.spillway.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Keeps a short list on the screen by changing its rows in place, so that neither focus nor layout
/// is lost when only the content moves.
public final class Rows<T> {
    private final Pane box;
    private final Supplier<? extends RowView<T>> make;
    private final List<RowView<T>> rows = new ArrayList<>();

    /// @param box holds the rows and nothing else
    /// @param make builds one more row
    public Rows(Pane box, Supplier<? extends RowView<T>> make) {
        this.box = box;
        this.make = make;
    }

    /// Shows these items, in their order.
    public void show(List<? extends T> items) {
        while (rows.size() < items.size()) {
            rows.add(make.get());
        }
        for (int i = 0; i < items.size(); i++) {
            rows.get(i).show(items.get(i));
        }
        if (box.getChildren().size() != items.size()) {
            List<Node> nodes = rows.subList(0, items.size()).stream().map(RowView::node).toList();
            box.getChildren().setAll(nodes);
        }
    }
}
