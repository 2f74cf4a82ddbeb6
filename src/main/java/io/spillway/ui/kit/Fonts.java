package io.spillway.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The shipped typeface, Lato, whose digits are of equal width.
public final class Fonts {
    /// Name of the family that style sheets use.
    public static final String FAMILY = "Lato";

    private static final List<String> FILES =
            List.of("Lato-Regular.ttf", "Lato-Semibold.ttf", "Lato-Bold.ttf");

    private Fonts() {}

    /// Makes the typeface known to JavaFX. Calling it again does no harm.
    ///
    /// @throws IllegalStateException if the build left a file out or JavaFX cannot read it
    public static void load() {
        if (Font.getFamilies().contains(FAMILY + " Semibold")) {
            return;
        }
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + file)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("Cannot load the font " + file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
