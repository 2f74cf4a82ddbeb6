package io.spillway.ui.wall;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A label as wide as the widest of its column that is shown, so that what stands beside it lines
/// up. Never cut. For the FX thread.
final class Aligned extends Label {
    private final List<Aligned> column;

    /// @param column all labels of the column; this one joins them
    Aligned(List<Aligned> column) {
        this.column = column;
        column.add(this);
        setMinWidth(USE_PREF_SIZE);
        textProperty().subscribe(_ -> column.forEach(Region::requestLayout));
    }

    @Override
    protected double computePrefWidth(double height) {
        return column.stream()
                .filter(label -> label.getScene() != null)
                .mapToDouble(label -> label.own(height))
                .max()
                .orElse(0);
    }

    private double own(double height) {
        return super.computePrefWidth(height);
    }
}
