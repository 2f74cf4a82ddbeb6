package io.spillway.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line that says whether something holds: a tick, a cross or an exclamation mark, and words.
public final class CheckLine extends HBox implements RowView<CheckLine.Line> {
    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();

    /// What a line says.
    ///
    /// @param outcome its sign
    /// @param text its words
    public record Line(Outcome outcome, String text) {}

    /// Which sign a line bears.
    public enum Outcome {
        HOLDS("mdi2c-check", "kit.holds"),
        WARNS("mdi2e-exclamation-thick", "kit.does-not-hold"),
        FAILS("mdi2c-close-thick", "kit.fails");

        private final String icon;
        private final String word;

        Outcome(String icon, String word) {
            this.icon = icon;
            this.word = word;
        }
    }

    /// An empty line.
    public CheckLine() {
        getStyleClass().add("check-line");
        setAlignment(Pos.TOP_LEFT);
        // Words that matter are wrapped, never cut.
        setMinHeight(USE_PREF_SIZE);
        text.setMinHeight(USE_PREF_SIZE);
        text.setWrapText(true);
        setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(icon, text);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(Line line) {
        icon.setIconLiteral(line.outcome().icon);
        text.setText(line.text());
        text.setAccessibleText(line.text() + ": " + Words.of(line.outcome().word));
        getStyleClass().removeAll("fails", "warns");
        switch (line.outcome()) {
            case FAILS -> getStyleClass().add("fails");
            case WARNS -> getStyleClass().add("warns");
            case HOLDS -> {}
        }
    }
}
