package io.spillway.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the layout in a file. What goes wrong with it is logged and stops nothing. Safe for any
/// thread but the FX thread, which must not wait for a disk.
final class LayoutFile {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutFile.class);
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    /// @param folder exists
    LayoutFile(Path folder) {
        file = folder.resolve("windows.json");
    }

    /// What was kept; nothing where nothing was, or nothing that can be read.
    synchronized Layout read() {
        try {
            Layout kept = MAPPER.readValue(Files.readString(file), Layout.class);
            if (kept != null && kept.windows().stream().allMatch(WindowPlace::sound)) {
                return kept;
            }
            putAside("a window has no place or an impossible one");
        } catch (NoSuchFileException e) {
            return Layout.NONE;
        } catch (IOException | JacksonException e) {
            putAside(String.valueOf(e.getMessage()));
        }
        return Layout.NONE;
    }

    private void putAside(String why) {
        Path aside = file.resolveSibling("windows.json.malformed");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn(
                    "The layout of windows in {} is ignored, and kept as {}: {}", file, aside, why);
        } catch (IOException e) {
            LOG.warn("The layout of windows in {} is ignored: {}", file, why, e);
        }
    }

    /// Keeps it, in one step.
    synchronized void write(Layout layout) {
        Path half = file.resolveSibling("windows.json.part");
        try {
            Files.write(half, MAPPER.writeValueAsString(layout).getBytes(StandardCharsets.UTF_8));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The layout of windows could not be kept in {}", file, e);
        }
    }
}
