package io.spillway.source.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// One opened file that is read as it grows. It stays readable when it is renamed. A file that was
/// cut back, or overwritten since, is read from its start; that is seen from its size, and from the
/// last bytes that were read.
final class LogFile implements AutoCloseable {
    /// A line's end beyond this is dropped.
    private static final int LONGEST_LINE = 16_384;

    /// More than this at once is not read: what is newest counts.
    private static final long LONGEST_BACKLOG = 16L << 20;

    private static final int REMEMBERED = 64;

    private final FileChannel channel;
    private final Object key;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private byte[] remembered = new byte[0];
    private long position;
    private boolean inMidLine;

    /// Opens a file.
    ///
    /// @param key by which the file system knows it
    /// @param back how many bytes before its end to begin, 0 for what is written from now on
    LogFile(Path path, Object key, long back) throws IOException {
        this.key = key;
        channel = FileChannel.open(path, StandardOpenOption.READ);
        jumpTo(Math.max(0, channel.size() - back));
    }

    Object key() {
        return key;
    }

    /// Reads all that is new. A line without its end waits for it.
    ///
    /// @return true if there was anything
    boolean read(Lines into) throws IOException {
        long size = channel.size();
        if (size < position || !Arrays.equals(remembered, before(position))) {
            partial.reset();
            inMidLine = false;
            position = 0;
        }
        if (size - position > LONGEST_BACKLOG) {
            into.skip(size - LONGEST_BACKLOG - position);
            jumpTo(size - LONGEST_BACKLOG);
        }
        long start = position;
        // What is written while this reads is for the next time.
        while (position < size && fill(size - position)) {
            split(into);
        }
        if (position == start) {
            return false;
        }
        remembered = before(position);
        return true;
    }

    private void jumpTo(long target) throws IOException {
        position = target;
        partial.reset();
        byte[] last = before(target);
        inMidLine = last.length > 0 && last[last.length - 1] != '\n';
        remembered = last;
    }

    private byte[] before(long end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(REMEMBERED, end));
        long at = end - bytes.remaining();
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes, at + bytes.position());
            if (count < 0) {
                break;
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private boolean fill(long most) throws IOException {
        buffer.clear().limit((int) Math.min(buffer.capacity(), most));
        int count = channel.read(buffer, position);
        position += Math.max(0, count);
        return count > 0;
    }

    private void split(Lines into) {
        byte[] bytes = buffer.array();
        int end = buffer.position();
        int from = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                append(bytes, from, i);
                finish(into);
                from = i + 1;
            }
        }
        append(bytes, from, end);
    }

    private void append(byte[] bytes, int from, int to) {
        partial.write(bytes, from, Math.min(to - from, LONGEST_LINE - partial.size()));
    }

    private void finish(Lines into) {
        if (!inMidLine) {
            // A writer that does not append leaves a hole where the file was cut.
            into.add(partial.toString(StandardCharsets.UTF_8).replace("\0", "").stripTrailing());
        }
        inMidLine = false;
        partial.reset();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}
