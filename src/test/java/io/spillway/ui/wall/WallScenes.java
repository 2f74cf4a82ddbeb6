package io.spillway.ui.wall;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Room;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.ViewLoader;
import io.spillway.ui.kit.Viewer;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;

/// Walls to look at.
public final class WallScenes {
    private WallScenes() {}

    /// A wall on a 55-inch screen that shows a Picture, laid out. For the FX thread.
    public static Wall of(
            double metres, Picture picture, Page page, Theme theme, double width, double height) {
        Wall.Programme plan =
                new Wall.Programme(
                        new Viewer(metres, 55), List.of(page), Duration.ofSeconds(20), theme);
        Wall wall = new Wall(plan, width, height, 0, 0, 0);
        wall.show(picture);
        wall.shared(false);
        settle(wall.scene());
        return wall;
    }

    static void settle(Scene scene) {
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    public static ViewLoader loader() {
        return Wall.loader(Room.WIDE);
    }
}
