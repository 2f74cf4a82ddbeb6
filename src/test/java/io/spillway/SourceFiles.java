package io.spillway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The project's own files, for tests about them.
public final class SourceFiles {
    private SourceFiles() {}

    public static Stream<Path> main() {
        return under("src/main/java", ".java");
    }

    /// Files below a folder of the project whose names end in a certain way; none if it is absent.
    public static Stream<Path> under(String folder, String ending) {
        Path root = Path.of(folder);
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Predicate<Path> contains(String text) {
        return file -> read(file).contains(text);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> lines(Path file) {
        return read(file).lines().toList();
    }
}
