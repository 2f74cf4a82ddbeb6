package io.spillway.source.log;

import java.util.ArrayDeque;
import java.util.List;

/// Lines in their order, of which only the newest are kept. Not thread-safe.
final class Lines {
    private final int most;
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private long leftOut;
    private long skipped;

    /// @param most lines that are kept
    Lines(int most) {
        this.most = most;
    }

    /// Adds a line; blank ones are none.
    void add(String line) {
        if (line.isBlank()) {
            return;
        }
        if (lines.size() == most) {
            lines.removeFirst();
            leftOut++;
        }
        lines.addLast(line);
    }

    /// Notes bytes that were not even looked at.
    void skip(long bytes) {
        skipped += bytes;
    }

    List<String> kept() {
        return List.copyOf(lines);
    }

    /// Lines that were dropped for newer ones.
    long leftOut() {
        return leftOut;
    }

    /// Bytes that were passed over.
    long skipped() {
        return skipped;
    }

    /// Moves everything over to another and is empty then.
    void drainTo(Lines other) {
        other.leftOut += leftOut;
        other.skipped += skipped;
        lines.forEach(other::add);
        lines.clear();
        leftOut = 0;
        skipped = 0;
    }
}
