package io.spillway.app.cli;

import io.spillway.app.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Where configuration and state live, by the customs of the operating system. Folders it makes are
/// the user's alone. Used by one thread.
public final class Folders implements AutoCloseable {
    private final String system;
    private final Path home;
    private final Function<String, @Nullable String> environment;
    private final List<Path> temporary = new ArrayList<>();

    /// @param system the name of the operating system as Java gives it
    public Folders(String system, Path home, Function<String, @Nullable String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.home = home;
        this.environment = environment;
    }

    /// True on Linux, where a display may be missing.
    boolean linux() {
        return system.startsWith("linux");
    }

    /// The configuration that is read if none is named.
    public Path configuration() {
        return user("XDG_CONFIG_HOME", ".config", "APPDATA").resolve("spillway.yaml");
    }

    /// Secrets of this user; those of an encrypted file stand beside the usual configuration.
    public Secrets secrets() {
        Path folder = Objects.requireNonNull(configuration().getParent());
        return Secrets.of(system, folder, environment);
    }

    /// The state folder that is used if none is named.
    public Path state() {
        Path folder = user("XDG_STATE_HOME", ".local/state", "LOCALAPPDATA");
        return linux() ? folder : folder.resolve("state");
    }

    private Path user(String xdg, String below, String windows) {
        if (system.startsWith("windows")) {
            return variable(windows, home.resolve("AppData")).resolve("Spillway");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Spillway");
        }
        return variable(xdg, home.resolve(below)).resolve("spillway");
    }

    private Path variable(String name, Path fallback) {
        String value = environment.apply(name);
        Path path = value == null || value.isEmpty() ? fallback : Path.of(value);
        return path.isAbsolute() ? path : fallback;
    }

    /// Makes a folder that is not there yet.
    Path made(Path folder) {
        try {
            return Files.createDirectories(folder, own());
        } catch (IOException e) {
            throw new Refused(
                    "the folder %s cannot be made: check the rights above it, or name another with"
                                    .formatted(folder)
                            + " --state",
                    e);
        }
    }

    /// Makes a folder that [#close] removes.
    public Path temporary() {
        try {
            Path folder = Files.createTempDirectory("spillway-practice-", own());
            temporary.add(folder);
            return folder;
        } catch (IOException e) {
            throw new Refused("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] own() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /// Removes temporary folders; a picture of the board in one stays, for it was promised.
    @Override
    public void close() {
        temporary.forEach(Folders::remove);
        temporary.clear();
    }

    /// What cannot be removed stays: it is a temporary folder, and the command's outcome stands.
    private static void remove(Path folder) {
        boolean picture = Files.exists(folder.resolve(TerminalConsole.PICTURE));
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(f -> !picture || !keeps(folder, f))
                    .forEach(f -> f.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(Folders.class).warn("{} stays", folder, e);
        }
    }

    private static boolean keeps(Path folder, Path file) {
        return file.equals(folder) || file.equals(folder.resolve(TerminalConsole.PICTURE));
    }
}
