package io.spillway.ui.alarms;

import io.spillway.ui.kit.RowView;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A fact: what it is about at the left, its words at the right, wrapped where they are long.
final class PairRow extends HBox implements RowView<AlarmDetail.Fact> {
    private final Label what = new Label();
    private final Label words = new Label();

    PairRow() {
        getStyleClass().add("pair-row");
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        what.getStyleClass().addAll("what", "mute");
        words.getStyleClass().add("words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(what, words);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(AlarmDetail.Fact fact) {
        what.setText(fact.what());
        words.setText(fact.words());
        setAccessibleText(fact.what() + ": " + fact.words());
    }
}
