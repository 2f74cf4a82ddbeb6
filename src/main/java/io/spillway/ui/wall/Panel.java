package io.spillway.ui.wall;

import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Themed;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A part of the wall, with its title.
abstract class Panel extends VBox implements PictureView, Themed {
    private final Label about = new Label();

    /// @param title what it is
    /// @param content takes the room below the title
    Panel(String title, Region content) {
        getStyleClass().addAll("panel", "wall-panel");
        Label name = new Label(title);
        name.getStyleClass().add("strong");
        name.setMinWidth(USE_PREF_SIZE);
        about.getStyleClass().add("mute");
        about.setMinWidth(0);
        HBox head = new HBox(name, about);
        head.getStyleClass().add("wall-panel-head");
        setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        getChildren().addAll(head, content);
    }

    /// Says something beside the title.
    final void about(String words) {
        about.setText(words);
    }
}
