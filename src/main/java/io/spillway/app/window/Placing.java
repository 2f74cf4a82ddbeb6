package io.spillway.app.window;

import java.util.List;
import javafx.geometry.Rectangle2D;

/// Keeps windows where somebody can see and reach them.
final class Placing {
    /// So much of a window must be on a screen, or nobody could take hold of it.
    private static final double REACH = 120;

    private static final double TITLE = 40;

    private Placing() {}

    /// Where a window is to be: where it was, unless that lies outside all screens now.
    ///
    /// @param was its bounds
    /// @param screens their usable areas, the primary one first, at least one
    static Rectangle2D fit(Rectangle2D was, List<Rectangle2D> screens) {
        Rectangle2D on =
                screens.stream()
                        .filter(s -> reachable(was, s))
                        .findFirst()
                        .orElse(screens.getFirst());
        double width = Math.min(was.getWidth(), on.getWidth());
        double height = Math.min(was.getHeight(), on.getHeight());
        if (reachable(was, on)) {
            return new Rectangle2D(was.getMinX(), was.getMinY(), width, height);
        }
        return new Rectangle2D(
                within(was.getMinX(), on.getMinX(), on.getMaxX() - width),
                within(was.getMinY(), on.getMinY(), on.getMaxY() - height),
                width,
                height);
    }

    /// Rounding may put `most` a hair below `least`, which `Math.clamp` refuses.
    private static double within(double wanted, double least, double most) {
        return Math.max(least, Math.min(wanted, most));
    }

    /// True if enough of the upper edge, by which a window is moved, lies on the screen.
    private static boolean reachable(Rectangle2D window, Rectangle2D screen) {
        double across =
                Math.min(window.getMaxX(), screen.getMaxX())
                        - Math.max(window.getMinX(), screen.getMinX());
        boolean upright =
                window.getMinY() >= screen.getMinY() - TITLE / 2
                        && window.getMinY() <= screen.getMaxY() - TITLE;
        return upright && across >= Math.min(REACH, window.getWidth());
    }
}
