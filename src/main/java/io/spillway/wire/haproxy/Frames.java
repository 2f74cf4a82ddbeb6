package io.spillway.wire.haproxy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Cuts a stream into answers. In prompt mode every answer ends with a prompt on a line of its own,
/// and that is the only sure sign: some answers end in an empty line, some do not.
final class Frames {
    private static final byte[] PROMPT = {'\n', '>', ' '};

    /// More than any fleet's counters; a peer that sends more is no HAProxy.
    private static final int LONGEST = 256 << 20;

    /// How much of what was heard is kept for messages.
    private static final int OPENING = 40;

    private final InputStream in;
    private byte[] buffer = new byte[16_384];
    private int from;
    private int to;
    private volatile String heard = "";

    Frames(InputStream in) {
        this.in = in;
    }

    /// Waits for the next prompt and returns what stands before it.
    ///
    /// @throws EOFException if the stream ends first
    String next() throws IOException {
        int scan = from;
        while (true) {
            int end = prompt(scan);
            if (end >= 0) {
                String text = new String(buffer, from, end - from, StandardCharsets.UTF_8);
                from = end + PROMPT.length;
                return text;
            }
            int seen = Math.max(0, to - from - PROMPT.length + 1);
            fill();
            scan = from + seen;
        }
    }

    /// The first bytes received since [#listen], empty if there were none. From any thread.
    String heard() {
        return heard;
    }

    /// Forgets what was heard so far.
    void listen() {
        heard = "";
    }

    private int prompt(int start) {
        for (int i = start; i + PROMPT.length <= to; i++) {
            if (buffer[i] == '\n' && Arrays.equals(buffer, i, i + PROMPT.length, PROMPT, 0, 3)) {
                return i;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        if (to == buffer.length) {
            makeRoom();
        }
        int count = in.read(buffer, to, buffer.length - to);
        if (count < 0) {
            throw new EOFException("the stream ended");
        }
        if (heard.isEmpty()) {
            int length = Math.min(count, OPENING);
            heard = new String(buffer, to, length, StandardCharsets.ISO_8859_1);
        }
        to += count;
    }

    private void makeRoom() throws IOException {
        int unread = to - from;
        if (unread >= LONGEST) {
            throw new IOException("an answer of more than " + LONGEST + " bytes");
        }
        byte[] target = unread > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, from, target, 0, unread);
        buffer = target;
        from = 0;
        to = unread;
    }
}
