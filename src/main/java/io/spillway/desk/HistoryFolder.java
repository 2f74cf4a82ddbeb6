package io.spillway.desk;

import io.spillway.history.Resolution;
import io.spillway.history.Segment;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder that aggregates are saved in: a file for each day of minutes and each hour of 10-s
/// steps. A file is replaced as a whole, so that none is ever half written.
final class HistoryFolder {
    private static final Pattern NAME = Pattern.compile("(minutes|tens)-(\\d{1,9})\\.past");

    private final Path folder;

    HistoryFolder(Path folder) {
        this.folder = folder;
    }

    private static String word(Resolution resolution) {
        return resolution == Resolution.MINUTE ? "minutes" : "tens";
    }

    private static String name(Resolution resolution, long number) {
        return word(resolution) + "-" + number + ".past";
    }

    /// Reads what is not older than it is kept. What cannot be read is set aside.
    ///
    /// @param now epoch milliseconds
    /// @param segments gets one after the other
    /// @return one sentence for each file that was set aside
    List<String> read(long now, Consumer<Segment> segments) {
        List<String> trouble = new ArrayList<>();
        for (Path file : files()) {
            if (!isOld(file, now)) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    segments.accept(SavedHistory.read(in));
                } catch (IOException e) {
                    trouble.add(setAside(file, e));
                }
            }
        }
        return trouble;
    }

    private static String setAside(Path file, IOException why) {
        String reason = why instanceof SavedHistory.Unreadable ? why.getMessage() : "it breaks off";
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        String begin = "Part of the saved past, %s, cannot be read (%s): ".formatted(file, reason);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return begin + "it was set aside as " + aside.getFileName() + ".";
        } catch (IOException e) {
            return begin + "remove it.";
        }
    }

    /// Saves a stretch in place of what was saved of it before.
    void write(Segment segment) throws IOException {
        Private.folder(folder);
        Path file = folder.resolve(name(segment.resolution(), segment.number()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16)) {
            SavedHistory.write(segment, out);
        }
        Private.file(fresh);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Deletes what is older than it is kept.
    ///
    /// @param now epoch milliseconds
    void prune(long now) throws IOException {
        for (Path file : files()) {
            if (isOld(file, now)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> NAME.matcher(f.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isOld(Path file, long now) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        Resolution resolution =
                name.group(1).equals("minutes") ? Resolution.MINUTE : Resolution.TEN_SECONDS;
        Segment segment = new Segment(resolution, Long.parseLong(name.group(2)), List.of());
        return segment.end() < now - resolution.span();
    }
}
