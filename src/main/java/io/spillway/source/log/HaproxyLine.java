package io.spillway.source.log;

import io.spillway.fleet.LoggedRequest;
import org.jspecify.annotations.Nullable;

/// `client:port [date] frontend backend/server timers status bytes - - ---- counts queues
/// {captured|request|headers} {response} "request"`.
final class HaproxyLine {
    private HaproxyLine() {}

    static @Nullable LoggedRequest read(String line, int open, long time, Fields fields) {
        String source = source(line, open);
        String frontend = fields.word();
        String server = fields.word();
        int slash = server.indexOf('/');
        String timers = fields.word();
        long status = Fields.number(fields.word(), 0);
        long bytes = Fields.number(fields.word(), -1);
        // A line of `option tcplog` has three timers and no status: bytes, then the state follow.
        if (source.isEmpty() || slash < 0 || slashes(timers) != 4 || status > 999) {
            return null;
        }
        for (int i = 0; i < 5; i++) {
            fields.word();
        }
        Captures captures = fields.peek() == '{' ? Captures.braced(fields.braced()) : Captures.NONE;
        while (fields.peek() == '{') {
            fields.braced();
        }
        if (fields.peek() != '"') {
            return null;
        }
        RequestLine request = RequestLine.of(Captures.plain(fields.plainQuoted()));
        return new LoggedRequest(
                time,
                source,
                request.method(),
                request.path(),
                (int) status,
                bytes,
                captures.referer(),
                captures.agent(),
                frontend.endsWith("~") ? frontend.substring(0, frontend.length() - 1) : frontend,
                server(server, slash));
    }

    /// The last word before the date without its port; an IPv6 address holds colons itself.
    private static String source(String line, int open) {
        int to = open;
        while (to > 0 && line.charAt(to - 1) == ' ') {
            to--;
        }
        int from = line.lastIndexOf(' ', to - 1) + 1;
        int colon = line.lastIndexOf(':', to - 1);
        return to > 0 && colon > from ? line.substring(from, colon) : "";
    }

    /// `be/s1` as `be/s1`; `be/<NOSRV>` and its kin mean that no server answered.
    private static String server(String word, int slash) {
        return word.indexOf('<', slash) < 0 ? word : "";
    }

    private static int slashes(String word) {
        int count = 0;
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '/') {
                count++;
            }
        }
        return count;
    }
}
