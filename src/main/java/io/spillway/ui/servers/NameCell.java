package io.spillway.ui.servers;

import io.spillway.ui.kit.PriorityMark;
import javafx.scene.control.ContentDisplay;
import org.jspecify.annotations.Nullable;

/// A server's name after the symbol of its priority.
final class NameCell extends FactsCell {
    private final PriorityMark mark = new PriorityMark();

    NameCell() {
        super(f -> f.server().name(), f -> f.server().address());
        getStyleClass().add("name-cell");
        setContentDisplay(ContentDisplay.LEFT);
    }

    @Override
    protected void updateItem(@Nullable ServerFacts facts, boolean empty) {
        super.updateItem(facts, empty);
        setGraphic(empty || facts == null ? null : mark);
    }

    @Override
    void draw(ServerFacts facts) {
        super.draw(facts);
        mark.show(facts.overloaded() ? "1" : "");
    }
}
