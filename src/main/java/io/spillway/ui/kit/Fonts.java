package io.spillway.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javafx.scene.text.Font;

/// The shipped typeface, Lato, whose digits are of equal width.
public final class Fonts {
    /// Name of the family that style sheets use.
    public static final String FAMILY = "Lato";

    private static final List<String> FILES =
            List.of("Lato-Regular.ttf", "Lato-Semibold.ttf", "Lato-Bold.ttf");

    /// Widespread families with Japanese letters; others have a name in such letters.
    private static final Pattern JAPANESE =
            Pattern.compile(
                    "Noto (Sans|Serif).* (CJK|JP).*|Source Han .*|IPA.*|VL P?Gothic|Takao.*"
                            + "|Hiragino .*|Yu (Gothic|Mincho).*|Meiryo.*|MS P?(Gothic|Mincho)"
                            + "|WenQuanYi .*|Droid Sans Fallback"
                            + "|.*[\\p{IsHiragana}\\p{IsKatakana}].*");

    private static final AtomicBoolean LOADED = new AtomicBoolean();

    private Fonts() {}

    /// True if this computer has what the letters of a language need. The toolkit must run.
    public static boolean show(Locale language) {
        return !language.getLanguage().equals("ja")
                || Font.getFamilies().stream().anyMatch(f -> JAPANESE.matcher(f).matches());
    }

    /// Makes the typeface known to JavaFX. Calling it again does no harm.
    ///
    /// @throws IllegalStateException if the build left a file out or JavaFX cannot read it
    public static synchronized void load() {
        // Asking JavaFX for its families makes it read font files again.
        if (LOADED.get()) {
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
        LOADED.set(true);
    }
}
