package io.spillway.app.window;

import io.spillway.ui.Console;
import io.spillway.ui.Opening;
import io.spillway.ui.Windows;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// One window with its console. For the FX thread.
final class ConsoleStage implements Windows {
    private static final double SMALLEST_WIDTH = 1280;
    private static final double SMALLEST_HEIGHT = 720;

    private final ConsoleWindows all;
    private final Stage stage = new Stage();
    private @Nullable Console console;
    private Rectangle2D normal;
    private Theme given;

    /// A window that is not shown yet.
    ///
    /// @param place where it is to be, on a screen
    ConsoleStage(ConsoleWindows all, Rectangle2D place, boolean maximised) {
        this.all = all;
        normal = place;
        given = all.theme();
        stage.setTitle("Spillway");
        stage.setMinWidth(Math.min(SMALLEST_WIDTH, place.getWidth()));
        stage.setMinHeight(Math.min(SMALLEST_HEIGHT, place.getHeight()));
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        stage.setMaximized(maximised);
        stage.xProperty().subscribe(_ -> changed());
        stage.yProperty().subscribe(_ -> changed());
        stage.widthProperty().subscribe(_ -> changed());
        stage.heightProperty().subscribe(_ -> changed());
        stage.maximizedProperty().subscribe(_ -> changed());
        stage.setOnCloseRequest(request -> {
            if (!all.mayClose()) {
                request.consume();
            }
        });
        stage.setOnHidden(_ -> {
            WindowPlace last = place();
            end();
            all.closed(this, last);
        });
    }

    /// Puts a calm ground into the window, dressed like the console that will follow.
    void frame() {
        stage.setScene(Opening.scene(given, normal.getWidth(), normal.getHeight()));
    }

    /// Puts a console into the window; another that was there is closed.
    ///
    /// @param screen the word of what to show; what the desk suggests where there is none of it
    /// @param theme the word of what was chosen by hand; the usual one where there is none of it
    void house(String screen, String theme) {
        end();
        given = all.theme();
        Theme worn =
                Arrays.stream(Theme.values())
                        .filter(t -> t.word().equals(theme))
                        .findFirst()
                        .orElse(given);
        Console made = all.console(worn);
        stage.setScene(made.scene(normal.getWidth(), normal.getHeight()));
        made.within(this);
        console = made;
        Arrays.stream(Screen.values())
                .filter(s -> s.word().equals(screen) && s != Screen.FIRST_RUN)
                .findFirst()
                .ifPresent(made::show);
        all.follow(made);
    }

    void show() {
        stage.show();
    }

    /// Closes it whatever there is to be asked.
    void hide() {
        stage.close();
    }

    /// Asks for a second press before so many acts in force are left to nobody; zero ends that.
    void leaving(long acts) {
        if (console != null) {
            console.leaving(acts);
        }
    }

    /// Wears what is usual now, whatever was chosen by hand.
    void dress() {
        given = all.theme();
        if (console != null) {
            console.wear(given);
        }
    }

    /// Where it is and what it shows.
    WindowPlace place() {
        if (!stage.isMaximized() && !stage.isIconified() && !Double.isNaN(stage.getX())) {
            normal =
                    new Rectangle2D(
                            stage.getX(),
                            stage.getY(),
                            Math.max(1, stage.getWidth()),
                            Math.max(1, stage.getHeight()));
        }
        Console shown = console;
        return new WindowPlace(
                normal.getMinX(),
                normal.getMinY(),
                normal.getWidth(),
                normal.getHeight(),
                stage.isMaximized(),
                shown == null ? "" : shown.screen().word(),
                shown == null || shown.theme() == given ? "" : shown.theme().word());
    }

    private void end() {
        if (console != null) {
            console.close();
            console = null;
        }
    }

    @Override
    public void open() {
        all.open();
    }

    @Override
    public void close() {
        all.close(this);
    }

    @Override
    public void closeAll() {
        all.closeAll();
    }

    @Override
    public void changed() {
        all.changed();
    }
}
