package io.spillway.ui;

import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Words;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// What a window shows until there is a desk to draw: the console's ground.
public final class Opening {
    private Opening() {}

    /// For the FX thread.
    public static Scene scene(Theme theme, double width, double height) {
        Label words = new Label(Words.of("shell.opening"));
        words.getStyleClass().add("mute");
        StackPane ground = new StackPane(words);
        ground.getStyleClass().add("shell");
        Scene scene = new Scene(ground, width, height);
        theme.apply(scene);
        return scene;
    }
}
