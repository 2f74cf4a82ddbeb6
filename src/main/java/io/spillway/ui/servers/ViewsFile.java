package io.spillway.ui.servers;

import io.spillway.ui.servers.SavedViews.View;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Saved views in a JSON file; not for the FX thread.
///
/// @param path where they are; it and its folder need not exist
record ViewsFile(Path path) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /// What the file holds.
    private record Content(List<View> views) {}

    /// All views, none if there is no file.
    ///
    /// @throws IOException if the file cannot be read or understood
    List<View> read() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            Content content = JSON.readValue(Files.readString(path), Content.class);
            List<View> views = content == null ? null : content.views();
            return views == null ? List.of() : List.copyOf(views);
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    /// Writes all views, in one step.
    ///
    /// @throws IOException if it cannot; the file then holds what it held
    void write(List<View> views) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path next = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(next, JSON.writeValueAsString(new Content(views)));
        try {
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
