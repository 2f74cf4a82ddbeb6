package io.spillway.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// A share of 0..1 as a bar.
public final class MeterBar extends Region {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Region fill = new Region();
    private double share;

    /// An empty bar.
    public MeterBar() {
        getStyleClass().add("meter-bar");
        fill.getStyleClass().add("fill");
        fill.setManaged(false);
        getChildren().add(fill);
    }

    /// Shows a share; NaN shows none, more than 1 fills the bar.
    ///
    /// @param over true if it is above its limit
    public void show(double value, boolean over) {
        share = Double.isFinite(value) ? Math.clamp(value, 0, 1) : 0;
        pseudoClassStateChanged(OVER, over);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, Math.rint(getWidth() * share), getHeight());
    }
}
