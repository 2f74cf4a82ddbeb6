package io.spillway.ui;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.PngWriter;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Draws every screen to files, to be looked at: `-Dshots=FOLDER`, with `-Dlanguage=ja` in
/// Japanese.
@ExtendWith(FxToolkit.class)
@EnabledIfSystemProperty(named = "shots", matches = ".+")
class ShotsTest {
    @Test
    void draw() throws Exception {
        Path folder = Path.of(System.getProperty("shots"));
        Files.createDirectories(folder);
        String only = System.getProperty("only", "");
        Locale.setDefault(Locale.of(System.getProperty("language", "en")));
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("overload", SamplePictures.overload());
        pictures.put("healthy", SamplePictures.healthy());
        pictures.put("blind", SamplePictures.blind());
        pictures.put("practice", SamplePictures.practice());
        pictures.put("unconfigured", SamplePictures.unconfigured());
        pictures.put("alarms", SampleAlarms.picture(SampleAlarms.few()));
        pictures.put("flood", SampleAlarms.picture(SampleAlarms.flood()));
        SampleOutlooks.ALL.forEach((name, made) -> pictures.put(name, made.get()));
        for (Theme theme : Theme.values()) {
            for (int[] size : new int[][] {{1920, 1080}, {1366, 768}, {1280, 720}}) {
                for (String what : Situations.NAMES) {
                    String name = what + "-" + theme.word() + "-" + size[1];
                    if (name.matches(".*(" + only + ").*")) {
                        var scene = Situations.scene(what, theme, size[0], size[1]);
                        var image = FxToolkit.onFx(() -> Snapshot.draw(scene));
                        PngWriter.write(image, folder.resolve(name + ".png"));
                    }
                }
            }
        }
        for (var p : pictures.entrySet()) {
            for (Screen screen : Screen.values()) {
                for (Theme theme : Theme.values()) {
                    for (int[] size : new int[][] {{1920, 1080}, {1366, 768}, {1280, 720}}) {
                        String name =
                                screen.word()
                                        + "-"
                                        + p.getKey()
                                        + "-"
                                        + theme.word()
                                        + "-"
                                        + size[1];
                        // A situation of that name is drawn already.
                        boolean drawn = Situations.NAMES.contains(screen.word() + "-" + p.getKey());
                        if (!drawn && name.matches(".*(" + only + ").*")) {
                            var image =
                                    FxToolkit.onFx(() ->
                                            Snapshot.png(
                                                    screen,
                                                    p.getValue(),
                                                    theme,
                                                    size[0],
                                                    size[1],
                                                    SampleOffer.offer()));
                            PngWriter.write(image, folder.resolve(name + ".png"));
                        }
                    }
                }
            }
        }
    }
}
