package io.spillway.ui.servers;

import io.spillway.ui.kit.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Named ways to look at the table of servers, the same for all windows and kept in a JSON file.
/// Each change is made to what the file holds then, so that nobody's views are lost; one that could
/// not be written is written with the next. A file that cannot be understood is left as it is. For
/// the FX thread, but for what says otherwise; files are read and written off it, one after the
/// other.
public final class SavedViews {
    private final ViewsFile file;
    private final Executor disk;
    private final Executor fx;
    private final List<Consumer<List<View>>> watchers = new ArrayList<>();
    private final List<Change> unwritten = new ArrayList<>();
    private List<View> stored = List.of();
    private volatile CompletableFuture<?> last = CompletableFuture.completedFuture(true);

    /// A way to look at the table.
    ///
    /// @param name as the operator calls it
    /// @param filter as typed above the table
    /// @param columns the ids of those shown
    /// @param sort the id of the column that rows are ordered by; empty for none
    /// @param ascending true for the lowest first
    public record View(
            String name, String filter, List<String> columns, String sort, boolean ascending) {
        /// What a file leaves out is empty; a view without a name or columns is none.
        public View {
            name = name == null ? "" : name.strip();
            filter = filter == null ? "" : filter;
            columns = columns == null ? List.of() : List.copyOf(columns);
            sort = sort == null ? "" : sort;
            if (name.isEmpty() || columns.isEmpty()) {
                throw new IllegalArgumentException("a view needs a name and columns");
            }
        }
    }

    /// The view of that name from now on; null for none.
    private record Change(String name, @Nullable View view) {
        void on(List<View> views) {
            views.removeIf(v -> v.name().equals(name));
            if (view != null) {
                views.add(view);
            }
        }
    }

    /// @param file where views are kept; it and its folder need not exist
    /// @param disk runs what waits for a disk
    /// @param fx runs tasks on the FX thread
    public SavedViews(Path file, Executor disk, Executor fx) {
        this.file = new ViewsFile(file);
        this.disk = disk;
        this.fx = fx;
    }

    /// Reads the file, and hands on all views now and each time there are others.
    ///
    /// @param trouble called with a sentence if the file cannot be understood
    Subscription watch(Consumer<List<View>> shown, Consumer<String> trouble) {
        watchers.add(shown);
        shown.accept(with(stored, unwritten));
        queue(() -> read(trouble));
        return () -> watchers.remove(shown);
    }

    /// Keeps a view, in the place of one of the same name.
    ///
    /// @param trouble called with a sentence if it cannot be written
    void put(View view, Consumer<String> trouble) {
        change(new Change(view.name(), view), trouble);
    }

    /// Keeps the view of that name no longer.
    ///
    /// @param trouble called with a sentence if that cannot be written
    void forget(String name, Consumer<String> trouble) {
        change(new Change(name, null), trouble);
    }

    /// Waits until all is written; not for the FX thread.
    public void finish() {
        last.join();
    }

    private void change(Change change, Consumer<String> trouble) {
        unwritten.add(change);
        handOn();
        List<Change> changes = List.copyOf(unwritten);
        queue(() -> write(changes, trouble));
    }

    private void queue(Runnable task) {
        last = last.thenRunAsync(task, disk);
    }

    private void handOn() {
        List<View> all = with(stored, unwritten);
        List.copyOf(watchers).forEach(w -> w.accept(all));
    }

    private static List<View> with(List<View> views, List<Change> changes) {
        List<View> all = new ArrayList<>(views);
        changes.forEach(change -> change.on(all));
        return List.copyOf(all);
    }

    private void read(Consumer<String> trouble) {
        try {
            adopt(file.read(), List.of());
        } catch (IOException e) {
            say("servers.views-unreadable", e, trouble);
        }
    }

    /// Shows what the file holds, and what is still to be written.
    private void adopt(List<View> held, List<Change> written) {
        fx.execute(() -> {
            stored = held;
            unwritten.removeAll(written);
            handOn();
        });
    }

    private void write(List<Change> changes, Consumer<String> trouble) {
        List<View> views;
        try {
            views = with(file.read(), changes);
        } catch (IOException e) {
            say("servers.views-unreadable", e, trouble);
            return;
        }
        try {
            file.write(views);
            adopt(views, changes);
        } catch (IOException e) {
            say("servers.views-unwritable", e, trouble);
        }
    }

    private void say(String key, IOException e, Consumer<String> trouble) {
        @Nullable String message = e.getMessage();
        String why = message == null ? e.getClass().getSimpleName() : message;
        String sentence = Words.of(key, file.path(), why);
        fx.execute(() -> trouble.accept(sentence));
    }
}
