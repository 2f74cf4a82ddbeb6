package io.spillway.app;

import io.spillway.ui.kit.Fonts;
import java.util.Locale;

/// In which language the screens of this process speak.
final class FxLanguage {
    private FxLanguage() {}

    /// Chooses it, for all that is drawn from now on, and says on the error stream if this computer
    /// cannot show it. To be called once the toolkit runs.
    static void speak(Locale language) {
        Locale.setDefault(language);
        if (!Fonts.show(language)) {
            System.err.println(
                    "spillway: no font of this computer has Japanese letters, they show as boxes;"
                            + " install one, on Debian the package fonts-vlgothic or"
                            + " fonts-noto-cjk, or write language: en into the configuration");
        }
    }
}
