package io.spillway.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;

/// How everything looks. Two themes differ in their token files and nothing else.
public enum Theme {
    NIGHT(new PrimerDark().getUserAgentStylesheet()),
    DAY(new PrimerLight().getUserAgentStylesheet());

    private static final List<String> SHEETS =
            List.of(
                    "app",
                    "shell",
                    "board",
                    "plot",
                    "plan",
                    "servers",
                    "alarms",
                    "traffic",
                    "setup",
                    "why",
                    "first-run",
                    "palette",
                    "wall",
                    "bridge");

    private final String base;

    Theme(String base) {
        this.base = base;
    }

    /// The stable word used on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The other theme.
    public Theme other() {
        return this == NIGHT ? DAY : NIGHT;
    }

    /// The path of the file that holds this theme's colours.
    public String tokenFile() {
        return "/styles/tokens-" + word() + ".css";
    }

    /// The scene's stylesheets, in their order.
    public List<String> stylesheets() {
        List<String> sheets = new ArrayList<>();
        sheets.add(url(tokenFile()));
        SHEETS.forEach(stem -> sheets.add(url("/styles/" + stem + ".css")));
        return sheets;
    }

    /// Dresses a scene, also one that wears the other theme. To be called on the FX thread.
    public void apply(Scene scene) {
        Fonts.load();
        scene.setUserAgentStylesheet(base);
        scene.getStylesheets().setAll(stylesheets());
    }

    private static String url(String path) {
        var url = Theme.class.getResource(path);
        if (url == null) {
            throw new IllegalStateException("Missing from the build: " + path);
        }
        return url.toExternalForm();
    }

    @Override
    public String toString() {
        return word();
    }
}
