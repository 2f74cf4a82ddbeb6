package io.spillway.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// What to send to those who help: what was found, the configuration and the logs, as a ZIP file
/// without secrets. The journal, which names people, stays here.
public final class Bundle {
    /// The log and its older parts, newest first.
    private static final List<String> LOGS =
            List.of("spillway.log", "spillway.log.1", "spillway.log.2", "spillway.log.3");

    private final Redaction redaction;

    public Bundle(Redaction redaction) {
        this.redaction = redaction;
    }

    /// Writes it; a file that is there already is kept.
    ///
    /// @param configuration null for none
    /// @param state the folder that logs are in
    /// @throws IOException if it cannot be written
    public void write(Path file, String report, @Nullable Path configuration, Path state)
            throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(
                        Files.newOutputStream(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            add(zip, "doctor.json", report);
            if (configuration != null && Files.isReadable(configuration)) {
                add(zip, "spillway.yaml", text(configuration));
            }
            for (String log : LOGS) {
                Path path = state.resolve(log);
                if (Files.isReadable(path)) {
                    add(zip, log, text(path));
                }
            }
        }
    }

    /// Whatever bytes it holds.
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(redaction.of(text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
