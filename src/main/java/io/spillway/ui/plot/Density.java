package io.spillway.ui.plot;

import javafx.geometry.Point2D;
import javafx.scene.Node;

/// Where a node's lengths fall on the pixels of its screen. For the FX thread.
final class Density {
    private Density() {}

    /// Pixels in a unit of the node's length: those of the screen, and more where the node's scene
    /// is drawn larger than it is laid out.
    ///
    /// @param forced pixels in a unit of the scene's length; 0 takes those of the window's screen
    static double of(Node node, double forced) {
        boolean shown = node.getScene() != null && node.getScene().getWindow() != null;
        double screen = shown ? node.getScene().getWindow().getOutputScaleX() : 1;
        return (forced > 0 ? forced : screen) * node.getLocalToSceneTransform().getMxx();
    }

    /// The place in the node nearest to the one given at which a pixel begins: an image that begins
    /// between two pixels is blurred, and where images meet there, seams show.
    static Point2D onPixel(Node node, double x, double y, double density) {
        Point2D scene = node.localToScene(x, y);
        double pixels = density / node.getLocalToSceneTransform().getMxx();
        return new Point2D(
                x + off(scene.getX() * pixels) / density, y + off(scene.getY() * pixels) / density);
    }

    private static double off(double pixels) {
        return Math.rint(pixels) - pixels;
    }
}
