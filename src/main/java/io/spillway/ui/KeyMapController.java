package io.spillway.ui;

import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.Place;
import io.spillway.ui.kit.Shortcut;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The sheet that lists every key, by where it works.
public final class KeyMapController {
    private final Navigator navigator;

    @FXML private VBox everywhere;
    @FXML private VBox first;
    @FXML private VBox second;
    @FXML private Button close;

    KeyMapController(Navigator navigator) {
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        list(everywhere, Place.EVERYWHERE);
        List.of(Place.ALARMS, Place.SERVERS, Place.TRAFFIC, Place.PLAN)
                .forEach(place -> list(first, place));
        List.of(Place.PLOT, Place.FLEET).forEach(place -> list(second, place));
    }

    private static void list(VBox column, Place place) {
        Label title = new Label(place.title());
        title.getStyleClass().addAll("small", "mute", "key-place");
        column.getChildren().add(title);
        for (Shortcut shortcut : Shortcut.of(place)) {
            Label keys = new Label(shortcut.label());
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Label what = new Label(shortcut.title());
            Region room = new Region();
            HBox.setHgrow(room, Priority.ALWAYS);
            HBox row = new HBox(what, room, keys);
            row.getStyleClass().add("line");
            column.getChildren().add(row);
        }
    }

    /// Takes the keyboard.
    void open() {
        close.requestFocus();
    }

    @FXML
    void close() {
        navigator.closeSheet();
    }
}
