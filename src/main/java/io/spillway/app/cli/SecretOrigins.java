package io.spillway.app.cli;

import io.spillway.app.doctor.Finding;
import io.spillway.app.doctor.Redaction;
import io.spillway.app.secret.Secrets;
import io.spillway.app.secret.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the secrets that a configuration names come from.
final class SecretOrigins {
    private SecretOrigins() {}

    /// One finding for each secret that the file names, outside comments.
    ///
    /// @param file may hold mistakes; null for none
    static List<Finding> of(@Nullable Path file, Secrets secrets) {
        try {
            String text =
                    file == null
                            ? ""
                            : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Redaction.variables(text.replaceAll("(?m)^\\s*#.*$", "")).stream()
                    .map(name -> origin(name, secrets))
                    .toList();
        } catch (IOException e) {
            // That it cannot be read is said where it is loaded.
            return List.of();
        }
    }

    private static Finding origin(String name, Secrets secrets) {
        try {
            String place = secrets.origin(name);
            return place == null
                    ? Finding.fail(
                            "secret",
                            "%1$s is missing: write `spillway secret set %1$s`".formatted(name))
                    : Finding.ok("secret", "%s comes from %s".formatted(name, place));
        } catch (StoreException e) {
            return Finding.fail("secret", "%s cannot be read: %s".formatted(name, e.getMessage()));
        }
    }
}
