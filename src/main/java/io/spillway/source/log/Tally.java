package io.spillway.source.log;

import java.util.Locale;

/// What is to be said of the lines of the last minute or two that did not become requests.
final class Tally {
    private static final long SPAN = 60_000;

    private final String text;
    private Count before = new Count();
    private Count running = new Count();
    private long since = Long.MIN_VALUE;

    /// @param text the log, for messages
    Tally(String text) {
        this.text = text;
    }

    private static final class Count {
        long lines;
        long malformed;
        long leftOut;
        long skipped;
    }

    /// Counts one poll.
    void add(Lines lines, int malformed, long now) {
        if (now - SPAN >= since || now < since) {
            before = running;
            running = new Count();
            since = now;
        }
        running.lines += lines.kept().size();
        running.malformed += malformed;
        running.leftOut += lines.leftOut();
        running.skipped += lines.skipped();
    }

    /// One sentence, empty if every line became a request.
    String message() {
        long leftOut = before.leftOut + running.leftOut;
        long skipped = before.skipped + running.skipped;
        long malformed = before.malformed + running.malformed;
        if (skipped > 0) {
            return String.format(
                    Locale.ROOT,
                    "%s grew too fast to be read whole: %,d MB were passed over and %,d lines left out.",
                    text,
                    Math.max(1, skipped >> 20),
                    leftOut);
        }
        if (leftOut > 0) {
            return String.format(
                    Locale.ROOT,
                    "%s grew too fast to be read whole: %,d lines were left out.",
                    text,
                    leftOut);
        }
        if (malformed > 0) {
            return String.format(
                    Locale.ROOT,
                    "%,d of the last %,d lines of %s are no requests: use HAProxy's `option httplog` or the combined format.",
                    malformed,
                    before.lines + running.lines,
                    text);
        }
        return "";
    }
}
