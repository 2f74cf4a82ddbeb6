package io.spillway.bench;

import io.spillway.app.cli.DeskSession;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Viewer;
import io.spillway.ui.wall.Page;
import io.spillway.ui.wall.Wall;
import java.time.Duration;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The wall, of 1920x1080 at most, for viewers 3 m away, all of its pages in turn, in the process
/// that measures. On the FX thread.
final class BenchWall {
    private BenchWall() {}

    /// Shows it.
    ///
    /// @return ends it
    static Runnable show(DeskSession session) {
        Wall wall =
                new Wall(
                        new Wall.Programme(
                                new Viewer(3, 55),
                                List.of(Page.values()),
                                Duration.ofSeconds(20),
                                Theme.NIGHT),
                        Math.min(1920, Screen.getPrimary().getBounds().getWidth()),
                        Math.min(1080, Screen.getPrimary().getBounds().getHeight()),
                        0,
                        0,
                        System.currentTimeMillis());
        Stage stage = new Stage();
        stage.setScene(wall.scene());
        AutoCloseable watching =
                session.desk().watch(new FxDispatcher().<Picture>latest(wall::show));
        Timeline pulse =
                new Timeline(
                        new KeyFrame(
                                javafx.util.Duration.millis(500),
                                _ -> wall.pulse(System.currentTimeMillis())));
        pulse.setCycleCount(Animation.INDEFINITE);
        pulse.play();
        stage.show();
        return () -> {
            pulse.stop();
            stage.hide();
            try {
                watching.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
