package io.spillway.ui.kit;

/// Who looks at the wall from farthest away, and at how large a screen.
///
/// @param metres from the farthest viewer to the screen, above 0
/// @param inches the screen's diagonal, above 0
public record Viewer(double metres, double inches) {
    /// A small room with one large television.
    public static final Viewer USUAL = new Viewer(3, 55);

    private static final double LEAST = 16;
    private static final double PREFERRED = 20;
    private static final double INCH = 0.0254;

    /// The height of a capital as a share of the size of its type; the shipped one's is a little
    /// more.
    private static final double CAPITAL = 0.70;

    public Viewer {
        if (!(metres > 0) || !(inches > 0)) {
            throw new IllegalArgumentException("metres and inches must be above 0");
        }
    }

    /// The smallest type that can be read from there, in pixels: capitals of 16 arc-minutes.
    ///
    /// @param width of the screen, pixels
    /// @param height of the screen, pixels
    public int least(double width, double height) {
        return type(LEAST, width, height);
    }

    /// The type that is read with ease, in pixels: capitals of 20 arc-minutes.
    public int preferred(double width, double height) {
        return type(PREFERRED, width, height);
    }

    private int type(double minutes, double width, double height) {
        double pixel = inches * INCH / Math.hypot(width, height);
        double capital = metres * Math.tan(Math.toRadians(minutes / 60));
        return (int) Math.max(1, Math.round(capital / pixel / CAPITAL));
    }
}
