package io.spillway.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folder that one desk owns while it runs: a lock, the journal, the socket. The lock goes with
/// the process, however it ends.
public final class StateFolder implements AutoCloseable {
    /// Longest path of a Unix-domain socket that every system takes, in bytes.
    private static final int LONGEST_SOCKET_PATH = 100;

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private StateFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the folder, creating it if need be (readable by its owner only).
    ///
    /// @param console true for a desk that gives acts back at their end
    /// @return empty if another desk owns it
    /// @throws IOException if the folder cannot be created or written
    public static Optional<StateFolder> take(Path folder, boolean console) throws IOException {
        Private.folder(folder);
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("desk.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(role(console).getBytes(StandardCharsets.UTF_8)));
        return Optional.of(new StateFolder(folder, channel, lock));
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String role(boolean console) {
        return console ? "console\n" : "command\n";
    }

    /// True if the desk that owns the folder is a console.
    public static boolean ownedByConsole(Path folder) {
        try {
            return Files.readString(folder.resolve("desk.lock")).equals(role(true));
        } catch (IOException e) {
            return false;
        }
    }

    /// Where the desk of a folder listens: in the folder, or where that path is too long for a
    /// socket, in a folder of a short name among the temporary files, which is made if need be.
    ///
    /// @throws IOException if that folder cannot be made or is not this user's alone
    public static Path socket(Path folder) throws IOException {
        Path plain = folder.toAbsolutePath().normalize().resolve("desk.sock");
        if (plain.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH) {
            return plain;
        }
        String name = "spillway-" + Integer.toHexString(plain.hashCode());
        Path elsewhere = Path.of(System.getProperty("java.io.tmpdir"), name);
        Private.folderAmongOthers(elsewhere);
        return elsewhere.resolve("desk.sock");
    }

    /// Where the journal of a folder is.
    public static Path journal(Path folder) {
        return folder.resolve("journal.db");
    }

    /// The journal's file.
    public Path journal() {
        return journal(folder);
    }

    /// The folder that aggregates of the past are saved in.
    public Path history() {
        return folder.resolve("history");
    }

    /// The folder itself.
    public Path path() {
        return folder;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
