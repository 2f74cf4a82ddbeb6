package io.spillway.ui.traffic;

import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.RowView;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One figure of a plan, large.
final class FactBox extends VBox implements RowView<PreviewModel.Fact> {
    private final Label what = Cells.label("small", "mute");
    private final Label value = Cells.label("fact");

    FactBox() {
        getStyleClass().add("box");
        HBox.setHgrow(this, Priority.ALWAYS);
        getChildren().addAll(what, value);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(PreviewModel.Fact fact) {
        what.setText(fact.what());
        value.setText(fact.value());
        value.setAccessibleText(fact.what() + " " + fact.value());
    }
}
