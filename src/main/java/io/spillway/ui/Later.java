package io.spillway.ui;

import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.ViewLoader;
import io.spillway.ui.kit.ViewLoader.View;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// A view that is loaded when it is first needed: the first picture waits for none but its own. For
/// the FX thread.
final class Later<C> {
    private final ViewLoader loader;
    private final FxmlFile file;
    private final Class<C> type;
    private Consumer<C> wish = _ -> {};
    private @Nullable View<C> view;

    Later(ViewLoader loader, FxmlFile file, Class<C> type) {
        this.loader = loader;
        this.file = file;
        this.type = type;
    }

    boolean loaded() {
        return view != null;
    }

    Parent root() {
        return view().root();
    }

    C controller() {
        return view().controller();
    }

    /// Does this to the controller, now or as soon as it is loaded; the last wish counts.
    void wish(Consumer<C> done) {
        wish = done;
        if (view != null) {
            done.accept(view.controller());
        }
    }

    private View<C> view() {
        View<C> made = view;
        if (made == null) {
            made = loader.load(file, type);
            view = made;
            wish.accept(made.controller());
        }
        return made;
    }
}
