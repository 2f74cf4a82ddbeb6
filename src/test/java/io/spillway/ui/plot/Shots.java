package io.spillway.ui.plot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// Draws a region without a window, in one of the themes, and keeps the picture if the system
/// property `spillway.shots` names a folder.
final class Shots {
    private Shots() {}

    /// Lays the region out in a scene of its own.
    static Scene stage(Region region, Palette palette, double width, double height) {
        StackPane root = new StackPane(region);
        root.setStyle("-fx-background-color: -sw-panel");
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().add(tokens(palette));
        scene.getStylesheets().add(Path.of("styles/plot.css").toUri().toString());
        root.applyCss();
        root.layout();
        return scene;
    }

    /// The picture of a scene. On the FX thread.
    static WritableImage take(Scene scene, String name, double scale) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(
                new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
        WritableImage image = scene.getRoot().snapshot(parameters, null);
        keep(image, name);
        return image;
    }

    static WritableImage take(Scene scene, String name) {
        return take(scene, name, 1);
    }

    private static void keep(WritableImage image, String name) {
        String folder = System.getProperty("spillway.shots", "");
        if (folder.isEmpty()) {
            return;
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader reader = image.getPixelReader();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(Path.of(folder));
            ImageIO.write(copy, "png", Path.of(folder, name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tokens(Palette p) {
        String theme = p.equals(Palettes.NIGHT) ? "night" : "day";
        return Path.of("styles/tokens-" + theme + ".css").toUri().toString();
    }
}
