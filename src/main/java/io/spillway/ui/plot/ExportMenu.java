package io.spillway.ui.plot;

import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.PngWriter;
import io.spillway.ui.kit.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// What can be taken out of a drawing: its picture and, where there are any, its values. Opens by
/// the right mouse button, the menu key or Shift+F10. Files are written off the FX thread; one that
/// cannot be written is told beside the drawing. For the FX thread.
public final class ExportMenu {
    private static final double WIDEST = 420;

    private final Region region;
    private final Supplier<String> name;
    private final FxDispatcher fx = new FxDispatcher();
    private ContextMenu menu = new ContextMenu();
    private @Nullable Supplier<String> values;
    private Function<FileChooser, @Nullable File> choose = this::ask;
    // No daemon: what was asked for is written even if the console ends meanwhile.
    private Executor writer = task -> new Thread(task, "save").start();

    private ExportMenu(Region region, Supplier<String> name) {
        this.region = region;
        this.name = name;
    }

    /// Gives a drawing its menu.
    ///
    /// @param region what is drawn
    /// @param name what it shows; files are called so
    public static ExportMenu of(Region region, Supplier<String> name) {
        ExportMenu menu = new ExportMenu(region, name);
        region.addEventHandler(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                e -> {
                    menu.open(e.getScreenX(), e.getScreenY());
                    e.consume();
                });
        region.addEventHandler(KeyEvent.KEY_PRESSED, menu::key);
        return menu;
    }

    /// @param csv the values as CSV
    void setValues(Supplier<String> csv) {
        values = csv;
    }

    /// @param how asks for a file; null if there is to be none
    /// @param where writes it
    void saveThrough(Function<FileChooser, @Nullable File> how, Executor where) {
        choose = how;
        writer = where;
    }

    private @Nullable File ask(FileChooser chooser) {
        return chooser.showSaveDialog(region.getScene().getWindow());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.F10 && event.isShiftDown()) {
            Bounds on = region.localToScreen(region.getLayoutBounds());
            open(on.getCenterX(), on.getCenterY());
            event.consume();
        }
    }

    private void open(double x, double y) {
        menu.hide();
        menu = new ContextMenu(items().toArray(MenuItem[]::new));
        menu.show(region, x, y);
    }

    /// What can be chosen.
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("plot.copy-picture", this::copy));
        items.add(item("plot.save-picture", this::savePicture));
        Supplier<String> csv = values;
        if (csv != null && !csv.get().isEmpty()) {
            items.add(item("plot.save-values", () -> saveValues(csv.get())));
        }
        return items;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Words.of(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(RegionPicture.of(region));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void savePicture() {
        Image picture = RegionPicture.of(region);
        save("png", file -> PngWriter.write(picture, file));
    }

    private void saveValues(String csv) {
        save("csv", file -> Files.writeString(file, csv));
    }

    /// What goes into a file.
    private interface Content {
        void write(Path file) throws IOException;
    }

    private void save(String kind, Content content) {
        FileChooser chooser = new FileChooser();
        String plain = name.get().replaceAll("[^\\p{L}\\p{N}]+", "-");
        chooser.setInitialFileName("spillway-" + plain + "." + kind);
        String title = kind.toUpperCase(Locale.ROOT);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(title, "*." + kind));
        File file = choose.apply(chooser);
        if (file != null) {
            Path path = file.toPath();
            var _ =
                    CompletableFuture.supplyAsync(() -> write(content, path), writer)
                            .thenAcceptAsync(this::tell, fx);
        }
    }

    /// @return what went wrong, empty if nothing did
    private static String write(Content content, Path file) {
        try {
            writeWhole(content, file);
            return "";
        } catch (IOException e) {
            return WriteFailure.words(file, e);
        }
    }

    /// A file that is there stays as it is until all of the new one is written.
    private static void writeWhole(Content content, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            content.write(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void tell(String trouble) {
        Bounds on = region.localToScreen(region.getLayoutBounds());
        // The window may be gone by now.
        if (!trouble.isEmpty() && on != null) {
            Tooltip note = new Tooltip(trouble);
            note.setWrapText(true);
            note.setMaxWidth(WIDEST);
            note.setAutoHide(true);
            note.show(region, on.getMinX(), on.getMinY());
        }
    }
}
