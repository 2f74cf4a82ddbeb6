package io.spillway.ui.wall;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Scales the wall as a whole and lets it drift within a margin.
final class WallPane extends Region {
    private final Region content;
    private final double scale;
    private Shift shift = new Shift(0, 0);

    WallPane(Region content, double scale) {
        this.content = content;
        this.scale = scale;
        getStyleClass().add("wall-pane");
        content.getTransforms().add(new Scale(scale, scale));
        getChildren().add(content);
    }

    void shift(Shift next) {
        if (!next.equals(shift)) {
            shift = next;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        content.resize(
                Math.floor((getWidth() - Shift.MOST) / scale),
                Math.floor((getHeight() - Shift.MOST) / scale));
        content.relocate(shift.x(), shift.y());
    }
}
