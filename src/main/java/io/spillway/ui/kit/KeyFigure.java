package io.spillway.ui.kit;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A figure of the header: what it is, the number, its unit. An old one is hatched and says its age
/// below it: beside it there is no room where many are old.
public final class KeyFigure extends VBox {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");
    private static final PseudoClass SURGING = PseudoClass.getPseudoClass("surging");
    private static final double WIDE = 164;

    private final Label label = new Label();
    private final Label value = new Label();
    private final Label unit = new Label();
    private final Label age = new Label();
    private final Label note = new Label();
    private final Label below = new Label();

    /// An empty figure.
    public KeyFigure() {
        getStyleClass().add("key-figure");
        label.getStyleClass().addAll("small", "mute");
        value.getStyleClass().add("figure");
        unit.getStyleClass().addAll("unit", "mute");
        age.getStyleClass().addAll("small", "old-age");
        note.getStyleClass().add("note");
        below.getStyleClass().add("note");
        HBox line = new HBox(value, unit, note);
        line.getStyleClass().add("figure-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        Shown.when(false, age);
        getChildren().addAll(label, line, age, below);
        note("", false);
        widthProperty().subscribe(this::fold);
    }

    /// What the figure is, as the header writes it.
    public String getLabel() {
        return label.getText();
    }

    /// Names the figure.
    public void setLabel(String text) {
        label.setText(text);
    }

    /// Shows a number.
    ///
    /// @param how how old it is, empty while it is live
    public void show(Quantity quantity, String how) {
        value.setText(quantity.value());
        unit.setText(quantity.unit());
        age.setText(how);
        boolean old = !how.isEmpty();
        Shown.when(old, age);
        pseudoClassStateChanged(OLD, old);
        fold();
        setAccessibleText(
                getLabel() + " " + quantity + (old ? ", " + Words.of("kit.old", how) : ""));
    }

    /// Says something beside the number, or below it where there is no room; an old number has
    /// none.
    ///
    /// @param words empty for nothing
    /// @param surging true while it is what an alarm is about
    public void note(String words, boolean surging) {
        note.setText(words);
        below.setText(words);
        note.pseudoClassStateChanged(SURGING, surging);
        below.pseudoClassStateChanged(SURGING, surging);
        if (!words.isEmpty() && !age.isVisible()) {
            setAccessibleText(getAccessibleText() + ", " + words);
        }
        fold();
    }

    private void fold() {
        boolean said = !note.getText().isEmpty() && !age.isVisible();
        boolean wide = getWidth() >= WIDE;
        Shown.when(said && wide, note);
        Shown.when(said && !wide, below);
        pseudoClassStateChanged(TALL, said && !wide);
    }
}
