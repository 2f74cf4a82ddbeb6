package io.spillway.source.log;

import io.spillway.source.SourceException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Follows a file by its name, from its end on, over rotation of either kind: renamed and made
/// anew, or copied and cut back. A file that comes later is read from its start.
final class FileTail implements LogInput {
    /// How long a writer may go on writing to the file it has open after a new one was made.
    private static final Duration HAND_OVER = Duration.ofSeconds(10);

    /// How long the name may be missing between two files.
    private static final Duration GAP = Duration.ofSeconds(30);

    private static final long WHOLE = Long.MAX_VALUE;

    /// Enough to judge the format by.
    private static final long SAMPLE = 1 << 16;

    private final Path path;
    private final long back;
    private @Nullable LogFile current;
    private @Nullable LogFile retiring;
    private Instant retired = Instant.MIN;
    private @Nullable Instant missing;
    private boolean looked;

    FileTail(Path path) {
        this(path, 0);
    }

    private FileTail(Path path, long back) {
        this.path = path;
        this.back = back;
    }

    @Override
    public void sample(Instant now, Lines into) throws SourceException {
        try (FileTail other = new FileTail(path, SAMPLE)) {
            other.read(now, into);
        }
    }

    @Override
    public String text() {
        return path.toString();
    }

    @Override
    public void read(Instant now, Lines into) throws SourceException {
        try {
            LogFile old = retiring;
            if (old != null) {
                old.read(into);
                if (now.isAfter(retired.plus(HAND_OVER))) {
                    old.close();
                    retiring = null;
                }
            }
            BasicFileAttributes found = find(now);
            LogFile open = current;
            if (open != null) {
                open.read(into);
            }
            if (found != null && (open == null || !open.key().equals(key(found)))) {
                change(found, now, into);
            }
            looked = true;
        } catch (IOException e) {
            throw new SourceException(sentence(e), e);
        }
    }

    private void change(BasicFileAttributes found, Instant now, Lines into) throws IOException {
        LogFile opened = new LogFile(path, key(found), looked ? WHOLE : back);
        if (retiring != null) {
            retiring.close();
        }
        retiring = current;
        retired = now;
        current = opened;
        opened.read(into);
    }

    /// The file that has the name now; null while a rotation may be under way.
    private @Nullable BasicFileAttributes find(Instant now) throws IOException, SourceException {
        try {
            var found = Files.readAttributes(path, BasicFileAttributes.class);
            if (!found.isRegularFile()) {
                throw new SourceException(
                        path + " is no ordinary file: name the log file, or udp://127.0.0.1:PORT.");
            }
            missing = null;
            return found;
        } catch (NoSuchFileException e) {
            looked = true;
            missing = missing == null ? now : missing;
            if (current == null || now.isAfter(missing.plus(GAP))) {
                throw e;
            }
            return null;
        }
    }

    private static Object key(BasicFileAttributes found) {
        Object key = found.fileKey();
        return key == null ? found.creationTime() : key;
    }

    private String sentence(IOException e) {
        return switch (e) {
            case NoSuchFileException _ ->
                    path + " is not there: let the balancer write its log there, or correct `log`.";
            case AccessDeniedException _ ->
                    path
                            + " may not be read: put this user into the group that the file belongs to.";
            default -> path + " cannot be read (" + e.getMessage() + "): see to the disk.";
        };
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
        if (retiring != null) {
            retiring.close();
        }
    }
}
