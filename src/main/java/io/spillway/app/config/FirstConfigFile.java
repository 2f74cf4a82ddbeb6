package io.spillway.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Keeps the first configuration in a file.
public final class FirstConfigFile {
    private FirstConfigFile() {}

    /// Writes the file in one step, so that nobody reads half of it, and makes its folder. A file
    /// that says exactly this already counts as written.
    ///
    /// @throws FileAlreadyExistsException if there is another one, which stays as it is
    /// @throws IOException if it cannot be written; then there is none
    public static void write(Path file, FirstConfig config) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] text = config.text().getBytes(StandardCharsets.UTF_8);
        Path half = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.write(half, text);
            Files.move(half, target);
        } catch (FileAlreadyExistsException e) {
            if (!Arrays.equals(text, Files.readAllBytes(target))) {
                throw e;
            }
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
