package io.spillway.ui.plot;

import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;

/// The picture of a region, as sharp as its window shows it, on the ground that it stands on.
final class RegionPicture {
    private static final String GROUND = "picture";

    private RegionPicture() {}

    static Image of(Region region) {
        return of(region, scale(region));
    }

    /// @param scale pixels per unit of length
    static Image of(Region region, double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(
                new Rectangle2D(
                        region.getLayoutX() * scale,
                        region.getLayoutY() * scale,
                        region.getWidth() * scale,
                        region.getHeight() * scale));
        region.getStyleClass().add(GROUND);
        region.applyCss();
        Image picture = region.snapshot(parameters, null);
        region.getStyleClass().remove(GROUND);
        return picture;
    }

    private static double scale(Region region) {
        boolean shown = region.getScene() != null && region.getScene().getWindow() != null;
        return shown ? region.getScene().getWindow().getOutputScaleX() : 1;
    }
}
