package io.spillway.ui;

import io.spillway.ui.Gallery.View;
import io.spillway.ui.kit.PngWriter;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Draws views to files, one picture each and one sheet a screen that shows them side by side, and
/// says what is wrong with them: `--out FOLDER`, `--only REGEX` of their names, `--sample`.
public final class ContactSheet {
    private static final int WIDTH = 480;
    private static final int CAPTION = 22;
    private static final int GAP = 8;
    private static final int COLUMNS = 8;

    private final Path folder;
    private final Map<String, List<View>> drawn = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();

    private ContactSheet(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Path folder = Path.of(word(words, "--out", "target/contact-sheet"));
        String only = word(words, "--only", "");
        new FxToolkit().start();
        List<View> views = words.contains("--sample") ? Gallery.sample() : Gallery.all();
        List<String> found =
                make(
                        views.stream().filter(v -> v.name().matches(".*(" + only + ").*")).toList(),
                        folder);
        found.forEach(System.out::println);
        System.out.println(folder + ": " + found.size() + " objections");
        Platform.exit();
        System.exit(found.isEmpty() ? 0 : 1);
    }

    private static String word(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : words.get(at + 1);
    }

    /// Draws views into a folder. To be called off the FX thread, which has to run.
    ///
    /// @return what is wrong with them, a sentence each, with the view's name
    static List<String> make(List<View> views, Path folder) throws IOException {
        Files.createDirectories(folder);
        ContactSheet sheet = new ContactSheet(folder);
        Locale before = Locale.getDefault();
        Stage window = FxToolkit.onFx(ContactSheet::window);
        try {
            for (View view : views) {
                Locale.setDefault(Locale.of(view.language()));
                sheet.draw(view);
                FxToolkit.onFx(() -> blink(window));
            }
        } finally {
            Locale.setDefault(before);
            FxToolkit.onFx(window::hide);
        }
        for (var screen : sheet.drawn.entrySet()) {
            sheet.compose(screen.getKey(), screen.getValue());
        }
        return sheet.found;
    }

    /// JavaFX lets go of what it drew with only when it paints a window.
    private static Stage window() {
        Stage stage = new Stage();
        stage.setScene(new Scene(new Group(), 10, 10));
        stage.show();
        return stage;
    }

    private static void blink(Stage window) {
        Scene scene = window.getScene();
        scene.setFill(Color.WHITE.equals(scene.getFill()) ? Color.BLACK : Color.WHITE);
    }

    private void draw(View view) throws IOException {
        try (CssWarnings warnings = new CssWarnings()) {
            Scene scene = view.scene();
            var image = FxToolkit.onFx(() -> Snapshot.draw(scene, view.size().scale));
            PngWriter.write(image, file(view));
            FxToolkit.onFx(() -> SceneWalk.of(scene))
                    .forEach(f -> found.add(view.name() + ": " + f));
            warnings.messages.forEach(m -> found.add(view.name() + ": " + m));
        }
        drawn.computeIfAbsent(view.what(), _ -> new ArrayList<>()).add(view);
    }

    private Path file(View view) {
        return folder.resolve(view.name() + ".png");
    }

    private void compose(String what, List<View> views) throws IOException {
        int height = WIDTH * 9 / 16;
        int columns = Math.min(COLUMNS, views.size());
        int rows = (views.size() + columns - 1) / columns;
        BufferedImage sheet =
                new BufferedImage(
                        GAP + columns * (WIDTH + GAP),
                        GAP + rows * (height + CAPTION + GAP),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        pen.setColor(java.awt.Color.WHITE);
        for (int i = 0; i < views.size(); i++) {
            int x = GAP + i % columns * (WIDTH + GAP);
            int y = GAP + i / columns * (height + CAPTION + GAP);
            pen.drawString(views.get(i).name(), x, y + CAPTION - 7);
            BufferedImage picture = ImageIO.read(file(views.get(i)).toFile());
            pen.drawImage(picture, x, y + CAPTION, WIDTH, height, null);
        }
        pen.dispose();
        ImageIO.write(sheet, "png", folder.resolve("sheet-" + what + ".png").toFile());
    }
}
