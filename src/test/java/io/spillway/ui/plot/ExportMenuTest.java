package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportMenuTest {
    private static final int COPY = 0;
    private static final int PICTURE = 1;
    private static final int VALUES = 2;

    @TempDir Path folder;

    private static TimePlot plot() {
        TimePlot plot = TimePlotTest.cpu(Palettes.NIGHT);
        Shots.stage(plot, Palettes.NIGHT, 400, 200);
        return plot;
    }

    private static ExportMenu menu(TimePlot plot, Path file) {
        ExportMenu menu = ExportMenu.of(plot, () -> "CPU, 2026");
        menu.setValues(() -> "time (UTC)\n");
        menu.saveThrough(
                chooser -> {
                    assertThat(chooser.getInitialFileName()).startsWith("spillway-CPU-2026.");
                    return file.toFile();
                },
                Runnable::run);
        return menu;
    }

    private static <T extends PopupWindow> List<T> open(Class<T> kind) {
        return Window.getWindows().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void aPictureIsTheRegionOnItsGroundAtItsScale() {
        Fx.run(() -> {
            TimePlot plot = plot();
            Image picture = RegionPicture.of(plot);
            assertThat(picture.getWidth()).isEqualTo(400);
            assertThat(picture.getHeight()).isEqualTo(200);
            int ground = Palettes.NIGHT.background();
            assertThat(picture.getPixelReader().getArgb(0, 199)).isEqualTo(ground);
            assertThat(RegionPicture.of(plot, 2).getWidth()).isEqualTo(800);
            assertThat(plot.getStyleClass()).doesNotContain("picture");
        });
    }

    @Test
    void picturesAndValuesAreSavedAndPicturesCopied() throws IOException {
        Path png = folder.resolve("a.png");
        Path csv = folder.resolve("a.csv");
        Fx.run(() -> {
            TimePlot plot = plot();
            menu(plot, png).items().get(PICTURE).fire();
            menu(plot, csv).items().get(VALUES).fire();
            menu(plot, csv).items().get(COPY).fire();
            assertThat(Clipboard.getSystemClipboard().hasImage()).isTrue();
        });
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(csv).hasContent("time (UTC)");
    }

    @Test
    void theKeyOpensTheMenuAndAFailureIsSaid() {
        Stage stage = Fx.call(Stage::new);
        Fx.run(() -> {
            TimePlot plot = plot();
            Scene scene = plot.getScene();
            stage.setScene(scene);
            stage.show();
            plot.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false));
            ContextMenu open = open(ContextMenu.class).getFirst();
            assertThat(open.getItems())
                    .extracting(MenuItem::getText)
                    .containsExactly("Copy picture", "Save picture…", "Save values as CSV…");
            open.hide();
            menu(plot, folder.resolve("none/a.csv")).items().get(VALUES).fire();
        });
        Fx.run(() -> {
            assertThat(open(Tooltip.class))
                    .extracting(Tooltip::getText)
                    .anyMatch(t ->
                            t.endsWith(
                                    "a.csv was not saved: there is no such folder."
                                            + " Choose another place and save again."));
            stage.hide();
        });
    }
}
