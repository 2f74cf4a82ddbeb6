package io.spillway.app.wall;

import io.spillway.desk.Picture;
import io.spillway.ui.wall.Wall;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wall on its screens, one view each. It tells that it lives only while new Pictures reach the
/// screen. For the FX thread.
final class WallWindows {
    private static final Logger LOG = LoggerFactory.getLogger(WallWindows.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int INTERVALS = 5;

    private final InstantSource clock;
    private final Consumer<String> beat;
    private final IntConsumer end;
    private final List<Wall> walls = new ArrayList<>();
    private long last = System.nanoTime();
    private Duration patience = PATIENCE;

    /// @param beat told about once a second which view is shown, while Pictures come
    /// @param end told the exit code when there is a reason to end
    WallWindows(InstantSource clock, Consumer<String> beat, IntConsumer end) {
        this.clock = clock;
        this.beat = beat;
        this.end = end;
    }

    /// Fills screens.
    ///
    /// @param most how many
    /// @param at the view on the first of them; the next shows the next one
    void open(Wall.Programme programme, int most, int at) {
        List<Screen> screens = Screen.getScreens();
        for (int i = 0; i < Math.min(most, screens.size()); i++) {
            open(programme, screens.get(i), i, at + i);
        }
        Screen.getScreens().addListener((ListChangeListener<Screen>) _ -> end.accept(WallRun.ANEW));
        Timeline pulse = new Timeline(new KeyFrame(javafx.util.Duration.millis(500), _ -> pulse()));
        pulse.setCycleCount(Animation.INDEFINITE);
        pulse.play();
    }

    private void open(Wall.Programme programme, Screen screen, int number, int at) {
        Rectangle2D bounds = screen.getBounds();
        Wall wall =
                new Wall(
                        programme,
                        bounds.getWidth(),
                        bounds.getHeight(),
                        number,
                        at,
                        clock.millis());
        LOG.info("A screen of {} x {}: {}", bounds.getWidth(), bounds.getHeight(), wall.fit());
        if (!wall.fit().enough()) {
            LOG.warn("Letters that can be read from so far do not fit: take a larger screen");
        }
        walls.add(wall);
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setTitle("Spillway");
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        stage.setScene(wall.scene());
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        KeyCombination close = KeyCombination.keyCombination("Shortcut+Q");
        stage.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.Q && close.match(key)) {
                        end.accept(0);
                    }
                });
        stage.setOnCloseRequest(_ -> end.accept(0));
        stage.setFullScreen(true);
        stage.show();
    }

    /// Takes a Picture to every screen.
    void show(Feed.Shown shown) {
        last = System.nanoTime();
        Picture picture = shown.picture();
        Picture.Practice practice = picture.practice();
        double speed = practice == null ? 1 : Math.max(practice.speed(), 1e-3);
        Duration allowed =
                Duration.ofMillis(Math.round(picture.interval().toMillis() * INTERVALS / speed));
        patience = allowed.compareTo(PATIENCE) > 0 ? allowed : PATIENCE;
        for (Wall wall : walls) {
            wall.show(picture);
            wall.shared(shown.shared());
        }
    }

    private void pulse() {
        walls.forEach(wall -> wall.pulse(clock.millis()));
        if (!walls.isEmpty() && System.nanoTime() - last < patience.toNanos()) {
            beat.accept("beat " + walls.getFirst().at());
        }
    }
}
