package io.spillway.app.cli;

import io.spillway.desk.Picture;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Draws a screen into a PNG, with no display.
public interface Renderer {
    /// Draws and writes; an existing file is replaced in one step.
    ///
    /// @param plan what the plan's sheet shows, null if nothing would help
    /// @throws IOException if the file cannot be written
    void render(Request request, Picture picture, @Nullable Plan plan) throws IOException;

    /// What to draw.
    ///
    /// @param language that of the words on it, where there are words in it
    /// @param width pixels
    /// @param height pixels
    /// @param out the PNG
    record Request(Screen screen, Theme theme, Locale language, int width, int height, Path out) {}
}
