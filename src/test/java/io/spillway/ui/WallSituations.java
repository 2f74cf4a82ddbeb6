package io.spillway.ui;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.wall.Page;
import io.spillway.ui.wall.WallScenes;
import javafx.scene.Scene;

/// The wall as seen from near and far, and in each state of the fleet.
final class WallSituations {
    private WallSituations() {}

    static Scene begin(String what, Theme theme, int width, int height) {
        double metres =
                switch (what) {
                    case "wall-5m" -> 5;
                    case "wall-8m" -> 8;
                    default -> 2.5;
                };
        return WallScenes.of(metres, picture(what), Page.OVERVIEW, theme, width, height).scene();
    }

    private static Picture picture(String what) {
        return switch (what) {
            case "wall-calm" -> SamplePictures.healthy();
            case "wall-blind" -> SamplePictures.blind();
            case "wall-drill" -> SamplePictures.practice();
            default -> SampleAlarms.picture(SampleAlarms.ten());
        };
    }
}
