package io.spillway.ui.servers;

import io.spillway.ui.kit.RowView;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A fact: what it is about, its value, and what is to be added.
final class FactRow extends HBox implements RowView<ServerSheetModel.Line> {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final Label what = new Label();
    private final Label value = new Label();
    private final Label rest = new Label();

    FactRow() {
        getStyleClass().add("fact");
        setAlignment(Pos.BASELINE_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        what.getStyleClass().addAll("what", "mute");
        value.getStyleClass().addAll("value", "strong");
        rest.getStyleClass().addAll("small", "mute");
        getChildren().addAll(what, value, rest);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(ServerSheetModel.Line item) {
        what.setText(item.what());
        value.setText(item.value());
        rest.setText(item.rest());
        value.pseudoClassStateChanged(OLD, item.old());
        setAccessibleText(item.what() + " " + item.value() + " " + item.rest());
    }
}
