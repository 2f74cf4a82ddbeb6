package io.spillway.ui.traffic;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Pieces of which rows of this screen are made.
final class Cells {
    private Cells() {}

    static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// One whose words are wrapped, never cut, and which takes what room there is.
    static Label words(String... styles) {
        Label label = label(styles);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    static Button button(String text, String spoken, Runnable does) {
        Button button = new Button(text);
        button.getStyleClass().add("slim");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(spoken);
        button.setOnAction(_ -> does.run());
        return button;
    }
}
