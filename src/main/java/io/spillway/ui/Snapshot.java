package io.spillway.ui;

import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.FleetCells;
import io.spillway.ui.plot.TimePlot;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;

/// Draws any screen of a Picture, with no window and at any size.
public final class Snapshot {
    private Snapshot() {}

    /// Draws a screen. To be called on the FX thread, with the toolkit started.
    ///
    /// @param width in pixels
    /// @param height in pixels
    /// @param offer what the first screen names
    public static WritableImage png(
            Screen screen,
            Picture picture,
            Theme theme,
            int width,
            int height,
            FirstRunOffer offer) {
        return draw(scene(screen, picture, theme, width, height, offer));
    }

    /// The scene of such a drawing, laid out.
    static Scene scene(
            Screen screen,
            Picture picture,
            Theme theme,
            int width,
            int height,
            FirstRunOffer offer) {
        Console console =
                new Console(new StillDesk(picture), theme, new FxDispatcher(), offer, () -> "");
        Scene scene = console.scene(width, height);
        console.show(screen);
        settle(scene);
        return scene;
    }

    /// Lays out until nothing moves any more: some controls need a second look at their size.
    static void settle(Scene scene) {
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    static WritableImage draw(Scene scene) {
        WritableImage image = new WritableImage((int) scene.getWidth(), (int) scene.getHeight());
        return scene.snapshot(image);
    }

    /// Draws a scene with so many pixels to a unit of length, as on a dense screen.
    static WritableImage draw(Scene scene, int scale) {
        for (Node plot : scene.getRoot().lookupAll(".time-plot")) {
            ((TimePlot) plot).setRenderScale(scale);
        }
        for (Node cells : scene.getRoot().lookupAll(".fleet-cells")) {
            ((FleetCells) cells).setRenderScale(scale);
        }
        settle(scene);
        WritableImage image =
                new WritableImage(
                        (int) (scene.getWidth() * scale), (int) (scene.getHeight() * scale));
        SnapshotParameters dense = new SnapshotParameters();
        dense.setTransform(new Scale(scale, scale));
        dense.setFill(scene.getFill());
        return scene.getRoot().snapshot(dense, image);
    }

    /// A desk that holds still.
    private record StillDesk(Picture picture) implements DeskPort {
        @Override
        public AutoCloseable watch(Consumer<Picture> listener) {
            return () -> {};
        }

        @Override
        public CompletableFuture<Reply> send(Command command) {
            return CompletableFuture.completedFuture(
                    new Reply(false, Words.of("shell.no-plan-now"), null, null));
        }

        @Override
        public void close() {}
    }
}
