package io.spillway.app.setup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// New files for the owner alone in one folder: all of them or none, and never over one that is
/// there.
final class OwnFiles {
    private final Path folder;
    private final Map<Path, byte[]> files = new LinkedHashMap<>();

    /// Nothing yet.
    ///
    /// @param folder made if it is not there
    OwnFiles(Path folder) {
        this.folder = folder;
    }

    /// Adds a file, and tells where it is going to be.
    Path add(String name, byte[] content) {
        Path file = folder.resolve(name);
        files.put(file, content);
        return file;
    }

    void write() throws SetupException {
        for (Path file : files.keySet()) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new SetupException(
                        file + " is there already, and nothing was made: name another folder");
            }
        }
        List<Path> begun = new ArrayList<>();
        try {
            Files.createDirectories(folder, own("rwx------"));
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                write(file.getKey(), file.getValue(), begun);
            }
        } catch (IOException e) {
            begun.forEach(file -> file.toFile().delete());
            throw new SetupException(
                    "nothing can be written into %s: check the rights of the folder, or name another"
                            .formatted(folder),
                    e);
        }
    }

    private static void write(Path file, byte[] content, List<Path> begun) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel out = Files.newByteChannel(file, options, own("rw-------"))) {
            begun.add(file);
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    private static FileAttribute<?>[] own(String rights) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }
}
