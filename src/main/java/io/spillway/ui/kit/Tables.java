package io.spillway.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// Set-up that tables have in common.
public final class Tables {
    private static final double ROW = 33;
    private static final double HEADER = 32;

    private Tables() {}

    /// Fills a column with a text of each item that never changes while the item is shown.
    public static <T> void text(TableColumn<T, String> column, Function<T, String> text) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    }

    /// Lets a table be no taller than its rows need.
    public static void fit(TableView<?> table, Region around) {
        around.maxHeightProperty().bind(Bindings.size(table.getItems()).multiply(ROW).add(HEADER));
    }

    /// A table whose columns share its width, in a fixed order.
    public static void plain(TableView<?> table) {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label());
        for (TableColumn<?, ?> column : List.copyOf(table.getColumns())) {
            column.setSortable(false);
            column.setReorderable(false);
            column.setResizable(true);
        }
    }
}
