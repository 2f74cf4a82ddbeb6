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

    private final Label label = new Label();
    private final Label value = new Label();
    private final Label unit = new Label();
    private final Label age = new Label();

    /// An empty figure.
    public KeyFigure() {
        getStyleClass().add("key-figure");
        label.getStyleClass().addAll("small", "mute");
        value.getStyleClass().add("figure");
        unit.getStyleClass().addAll("unit", "mute");
        age.getStyleClass().addAll("small", "old-age");
        HBox line = new HBox(value, unit);
        line.getStyleClass().add("figure-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        age.setVisible(false);
        age.setManaged(false);
        getChildren().addAll(label, line, age);
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
        age.setVisible(old);
        age.setManaged(old);
        pseudoClassStateChanged(OLD, old);
        setAccessibleText(getLabel() + " " + quantity + (old ? ", " + how + " old" : ""));
    }
}
