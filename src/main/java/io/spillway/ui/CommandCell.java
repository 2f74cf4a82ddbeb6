package io.spillway.ui;

import io.spillway.ui.kit.Shown;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A command in the palette: what it is called, why it cannot be done, its key.
final class CommandCell extends ListCell<CommandItem> {
    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

    private final Label title = new Label();
    private final Label more = new Label();
    private final Label keys = new Label();
    private final HBox row = new HBox();

    CommandCell() {
        getStyleClass().add("command");
        title.getStyleClass().add("command-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        more.getStyleClass().addAll("small", "mute");
        keys.getStyleClass().add("key");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        row.getChildren().addAll(title, more, room, keys);
        row.getStyleClass().add("line");
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable CommandItem item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(IMPOSSIBLE, item != null && !item.possible());
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        String why = item.possible() ? item.place() : item.obstacle();
        title.setText(item.title());
        more.setText(why);
        keys.setText(item.keys());
        Shown.when(!item.keys().isEmpty(), keys);
        setGraphic(row);
        setAccessibleText(String.join(" ", item.title(), why, item.keys()));
    }
}
