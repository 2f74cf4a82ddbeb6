package io.spillway.ui.servers;

import io.spillway.ui.kit.Words;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Named ways to look at the table of servers, kept in a JSON file. Files are read and written off
/// the FX thread, one after the other; answers come on it. A file that cannot be understood is left
/// as it is: nothing is saved over it.
public final class SavedViews {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Supplier<Path> file;
    private final Executor fx;
    private CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);

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

    /// What the file holds.
    private record Content(List<View> views) {}

    /// @param file where views are kept; it and its folder need not exist
    /// @param fx runs tasks on the FX thread
    public SavedViews(Supplier<Path> file, Executor fx) {
        this.file = file;
        this.fx = fx;
    }

    /// Reads the views.
    ///
    /// @param found called on the FX thread with all of them, none if there is no file
    /// @param trouble called there instead with a sentence if the file cannot be understood
    void load(Consumer<List<View>> found, Consumer<String> trouble) {
        last = last.thenApplyAsync(_ -> read(found, trouble));
    }

    private boolean read(Consumer<List<View>> found, Consumer<String> trouble) {
        Path path = file.get();
        try {
            List<View> views = Files.exists(path) ? views(Files.readString(path)) : List.of();
            fx.execute(() -> found.accept(views));
            return true;
        } catch (IOException | JacksonException e) {
            String why = e instanceof JacksonException j ? j.getOriginalMessage() : reason(e);
            tell(trouble, Words.of("servers.views-unreadable", path, why));
            return false;
        }
    }

    private static List<View> views(String text) {
        Content content = JSON.readValue(text, Content.class);
        List<View> views = content == null ? null : content.views();
        return views == null ? List.of() : List.copyOf(views);
    }

    /// Writes the views, unless the file could not be understood.
    ///
    /// @param trouble called on the FX thread with a sentence if they cannot be kept
    void save(List<View> views, Consumer<String> trouble) {
        List<View> copy = List.copyOf(views);
        last = last.thenApplyAsync(sound -> sound && write(copy, trouble));
    }

    /// @return true, for what could not be written now may be written later
    private boolean write(List<View> views, Consumer<String> trouble) {
        Path path = file.get();
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path next = path.resolveSibling(path.getFileName() + ".new");
            Files.writeString(next, JSON.writeValueAsString(new Content(views)));
            move(next, path);
        } catch (IOException e) {
            tell(trouble, Words.of("servers.views-unwritable", path, reason(e)));
        }
        return true;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void tell(Consumer<String> trouble, String sentence) {
        fx.execute(() -> trouble.accept(sentence));
    }

    private static String reason(Exception e) {
        @Nullable String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
