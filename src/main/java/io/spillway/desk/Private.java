package io.spillway.desk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/// Files and folders that only their owner may read.
final class Private {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.copyOf(PosixFilePermissions.fromString("rwx------"));

    private Private() {}

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Creates a folder with mode 0700; one that exists and is this user's gets that mode.
    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder));
        } else if (posix(folder)
                && !OWNER_ONLY.equals(Files.getPosixFilePermissions(folder))
                && Files.getOwner(folder).equals(user())) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
    }

    /// Creates a folder with mode 0700 where everybody may create some. One that exists must be
    /// this user's alone: another user could listen there, or let others in.
    ///
    /// @throws IOException if it cannot be created, or is not this user's alone
    static void folderAmongOthers(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, attributes(folder));
        } catch (FileAlreadyExistsException e) {
            if (posix(folder) && !alone(folder)) {
                throw new IOException(
                        "the folder %s for its socket is not this user's alone (mode 0700): remove it"
                                .formatted(folder),
                        e);
            }
        }
    }

    private static boolean alone(Path folder) throws IOException {
        PosixFileAttributes found =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return found.isDirectory()
                && found.permissions().equals(OWNER_ONLY)
                && found.owner().equals(user());
    }

    /// Who owns what this process creates: the user's name need not be known to the system.
    private static UserPrincipal user() throws IOException {
        Path probe = Files.createTempFile("spillway", null);
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static FileAttribute<?>[] attributes(Path folder) {
        return posix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /// Creates the folder that a file is to stand in, as [#folder] does.
    static void folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            folder(folder);
        }
    }

    /// Sets mode 0600.
    static void file(Path file) throws IOException {
        if (posix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
