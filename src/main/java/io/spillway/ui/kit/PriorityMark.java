package io.spillway.ui.kit;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The symbol of a priority: shape, colour and digit together. Shows nothing for no priority.
public final class PriorityMark extends StackPane {
    private static final List<String> CLASSES = List.of("p1", "p2", "p3");

    private final Region shape = new Region();
    private final Label digit = new Label();

    /// A mark that shows nothing yet.
    public PriorityMark() {
        getStyleClass().add("priority-mark");
        shape.getStyleClass().add("shape");
        digit.getStyleClass().add("digit");
        getChildren().addAll(shape, digit);
        show("");
    }

    /// Shows the mark of `1`, `2`, `3`, or nothing if empty.
    public void show(String priority) {
        digit.setText(priority);
        shape.setVisible(!priority.isEmpty());
        List<String> own = priority.isEmpty() ? List.of() : List.of("p" + priority);
        StyleClasses.only(this, CLASSES, own);
    }
}
