package io.spillway.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Set-up that tables have in common.
public final class Tables {
    private Tables() {}

    /// Fills a column with a text of each item that never changes while the item is shown.
    public static <T> void text(TableColumn<T, String> column, Function<T, String> text) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
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
