package io.spillway.control.scale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What the other side said, short enough for one line on a screen.
final class Output {
    /// Bytes that are read; more is left unread.
    private static final int MOST_BYTES = 4096;

    private static final int MOST_CHARACTERS = 200;

    private Output() {}

    static String read(InputStream in) throws IOException {
        return trimmed(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    }

    /// The last of it, as errors stand at the end, on one line without control characters.
    static String trimmed(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        int over = line.length() - MOST_CHARACTERS;
        return over > 0 ? "…" + line.substring(over).strip() : line;
    }

    /// ` It answered: TEXT`, empty if it said nothing.
    static String said(String verb, String text) {
        return text.isEmpty() ? "" : " It %s: %s".formatted(verb, text);
    }
}
