package io.spillway.ui.why;

import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A campaign to come, or CPU that traffic does not bring.
public final class NoteRow extends HBox implements RowView<Notes.Note> {
    private static final PseudoClass GRAVE = PseudoClass.getPseudoClass("grave");

    private final Label title = new Label();
    private final Label text = new Label();
    private final Button inspect = new Button(Words.of("why.inspect"));

    /// @param navigator leads to the server
    public NoteRow(Navigator navigator) {
        getStyleClass().add("note-row");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("strong");
        text.getStyleClass().addAll("small", "mute", "text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(title, text);
        setHgrow(words, Priority.ALWAYS);
        inspect.getStyleClass().add("slim");
        inspect.setMinWidth(Region.USE_PREF_SIZE);
        inspect.setOnAction(_ -> navigator.inspect(title.getText()));
        getChildren().addAll(words, inspect);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(Notes.Note item) {
        title.setText(item.title());
        text.setText(item.text());
        pseudoClassStateChanged(GRAVE, item.grave());
        Shown.when(!item.server().isEmpty(), inspect);
        inspect.setAccessibleText(Words.of("why.inspect-what", item.title(), item.text()));
    }
}
