package io.spillway.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Pieces of which rows are made.
public final class Cells {
    private Cells() {}

    /// A label that is never squeezed, in these styles.
    public static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// One whose words are wrapped, never cut, and which takes what room there is.
    public static Label words(String... styles) {
        Label label = label(styles);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    /// A small button.
    ///
    /// @param spoken what is read out; the text itself where it is empty
    public static Button button(String text, String spoken, Runnable does) {
        Button button = new Button(text);
        button.getStyleClass().add("slim");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(spoken);
        button.setOnAction(_ -> does.run());
        return button;
    }
}
