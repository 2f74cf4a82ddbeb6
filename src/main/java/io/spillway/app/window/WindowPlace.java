package io.spillway.app.window;

/// Where one window is and what it shows.
///
/// @param x left edge, in pixels of the desktop
/// @param y upper edge
/// @param width of the window when it is not maximised
/// @param height of the window when it is not maximised
/// @param maximised true if it fills its screen
/// @param screen the word of the screen that it shows
/// @param theme the word of the theme that was chosen by hand; empty if none was
record WindowPlace(
        double x,
        double y,
        double width,
        double height,
        boolean maximised,
        String screen,
        String theme) {
    private static final double MOST = 100_000;

    /// False of what cannot be true of a window.
    boolean sound() {
        return screen != null
                && theme != null
                && Math.abs(x) < MOST
                && Math.abs(y) < MOST
                && width > 0
                && width < MOST
                && height > 0
                && height < MOST;
    }
}
