package io.spillway.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads FXML files. Knows only the controllers it was given, and builds a new one for each load.
public final class ViewLoader {
    private final Map<Class<?>, Supplier<?>> controllers;

    /// A loader for these controllers and no others. The map may still be filled after this call.
    public ViewLoader(Map<Class<?>, Supplier<?>> controllers) {
        this.controllers = controllers;
    }

    /// A loaded file.
    ///
    /// @param root the file's outermost node
    /// @param controller the one named in the file
    public record View<C>(Parent root, C controller) {}

    /// Loads a file. To be called on the FX thread.
    ///
    /// @param controller the class that the file names
    /// @throws UncheckedIOException if the file is malformed
    /// @throws IllegalArgumentException if a controller is not among the known ones
    public <C> View<C> load(FxmlFile file, Class<C> controller) {
        FXMLLoader loader = new FXMLLoader(file.url(), Words.bundle());
        loader.setControllerFactory(this::controller);
        try {
            Parent root = loader.load();
            return new View<>(root, controller.cast(loader.getController()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + file.path(), e);
        }
    }

    private Object controller(Class<?> type) {
        Supplier<?> supplier = controllers.get(type);
        if (supplier == null) {
            throw new IllegalArgumentException("No such controller: " + type.getName());
        }
        return supplier.get();
    }
}
