package io.spillway.ui.setup;

import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.StyleClasses;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One step of a proof: what it is for, and once it is done what came of it.
final class StepRow extends HBox implements RowView<ProofModel.Item> {
    private final FontIcon icon = new FontIcon();
    private final Label what = Cells.label("strong", "step");
    private final Label text = Cells.words("small");

    StepRow() {
        getStyleClass().addAll("row", "proof-step");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(icon, what, text);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(ProofModel.Item item) {
        icon.setIconLiteral(
                switch (item.state()) {
                    case WAITING -> "mdi2c-circle-outline";
                    case RUNNING -> "mdi2d-dots-horizontal";
                    case GOOD -> "mdi2c-check";
                    case FAILED -> "mdi2c-close-thick";
                });
        what.setText(item.what());
        text.setText(item.text());
        text.setAccessibleText(item.what() + ": " + item.text());
        String state = item.state().name().toLowerCase(Locale.ROOT);
        StyleClasses.only(this, List.of("waiting", "running", "good", "failed"), List.of(state));
    }
}
