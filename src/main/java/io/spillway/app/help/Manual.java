package io.spillway.app.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The manual's pages on this computer: those made for the package, or for a clone that was built;
/// else the clone's own texts. Safe for any thread; its calls read the disk.
public final class Manual {
    private final Path folder;
    private final String ending;

    private Manual(Path folder, String ending) {
        this.folder = folder;
        this.ending = ending;
    }

    /// The manual of this very program.
    ///
    /// @throws IllegalStateException if it cannot be told where the program lies
    public static Manual here() {
        // Not the code source: from an AOT cache it is where the cache was made.
        String name = Manual.class.getName().replace('.', '/') + ".class";
        URL url = Objects.requireNonNull(Manual.class.getResource("/" + name));
        try {
            return beside(
                    url.openConnection() instanceof JarURLConnection jar
                            ? Path.of(jar.getJarFileURL().toURI())
                            : Path.of(URI.create(url.toString().replace(name, ""))));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The program's place is none", e);
        }
    }

    /// @param code the program's jar, or the folder of its classes
    static Manual beside(Path code) {
        Path made = code.resolveSibling("docs");
        Path clone = code.resolve("../../docs").normalize();
        return Files.isDirectory(made) || !Files.isDirectory(clone)
                ? new Manual(made, ".html")
                : new Manual(clone, ".md");
    }

    /// Where its pages lie, whether or not there are any.
    public Path folder() {
        return folder;
    }

    /// The names of all pages, in order; none where the manual was left out.
    public List<String> pages() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .filter(name -> !name.contains("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The page at which the manual begins.
    public Optional<Path> first() {
        return Stream.of("index.html", "README.md")
                .map(folder::resolve)
                .filter(Files::isReadable)
                .findFirst();
    }

    /// The file of a page; the one that leads to its section where there is such.
    ///
    /// @param topic `PAGE` or `PAGE#SECTION`
    public Optional<Path> page(String topic) {
        if (!topic.matches("[\\w-]+(#[\\w-]+)?")) {
            return Optional.empty();
        }
        return Stream.of(topic.replace('#', '.'), topic.replaceFirst("#.*", ""))
                .map(name -> folder.resolve(name + ending))
                .filter(Files::isReadable)
                .findFirst();
    }
}
