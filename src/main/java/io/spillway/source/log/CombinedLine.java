package io.spillway.source.log;

import io.spillway.fleet.LoggedRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `host ident user [date] "request" status bytes "referer" "agent"`, the last two only in the
/// combined format; HAProxy's `option httplog clf` adds its own fields behind it.
final class CombinedLine {
    private CombinedLine() {}

    static @Nullable LoggedRequest read(String line, int open, long time, Fields fields) {
        String source = source(line, open);
        if (source.isEmpty()) {
            return null;
        }
        RequestLine request = RequestLine.of(fields.quoted());
        String statusWord = fields.word();
        long status = Fields.number(statusWord, -1);
        if (status < 0 || status > 999) {
            if (!statusWord.equals("-")) {
                return null;
            }
            status = 0;
        }
        long bytes = Fields.number(fields.word(), -1);
        String referer = Fields.orEmpty(fields.quoted());
        String agent = Fields.orEmpty(fields.quoted());
        String frontend = "";
        String server = "";
        if (fields.peek() != 0) {
            List<String> more = more(fields);
            if (more.size() >= 5) {
                frontend = more.get(0);
                server = more.get(1) + "/" + more.get(2);
                var captured = Captures.of(more.subList(5, more.size()));
                referer = referer.isEmpty() ? captured.referer() : referer;
                agent = agent.isEmpty() ? captured.agent() : agent;
            }
        }
        return new LoggedRequest(
                time,
                source,
                request.method(),
                request.path(),
                (int) status,
                bytes,
                referer,
                agent,
                frontend,
                server);
    }

    private static List<String> more(Fields fields) {
        List<String> texts = new ArrayList<>();
        for (char next = fields.peek(); next != 0; next = fields.peek()) {
            if (next == '"') {
                texts.add(fields.quoted());
            } else {
                fields.word();
            }
        }
        return texts;
    }

    /// The client's address before `ident user [`; behind a syslog header it is the third word from
    /// the end, behind a virtual host the second of the line, else the first, for a user's name may
    /// hold spaces.
    private static String source(String line, int open) {
        int end = wordEnd(line, open);
        int user = wordStart(line, end);
        int identEnd = wordEnd(line, user);
        int ident = wordStart(line, identEnd);
        int hostEnd = wordEnd(line, ident);
        int host = wordStart(line, hostEnd);
        if (hostEnd <= 0) {
            return "";
        }
        String third = line.substring(host, hostEnd);
        if (host == 0) {
            return third;
        }
        String first = line.substring(0, Math.max(0, line.indexOf(' ')));
        boolean fourth = wordStart(line, wordEnd(line, host)) == 0;
        if (isHeader(line, first) || (fourth && first.indexOf(':') > 0 && isAddress(third))) {
            return third;
        }
        return first;
    }

    /// Where the word that ends before `at` ends.
    private static int wordEnd(String line, int at) {
        int end = at;
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private static int wordStart(String line, int end) {
        return end <= 0 ? 0 : line.lastIndexOf(' ', end - 1) + 1;
    }

    private static boolean isHeader(String line, String first) {
        if (first.isEmpty()) {
            return true;
        }
        return line.charAt(0) == '<'
                || (first.length() == 3 && Character.isLetter(first.charAt(0)))
                || (first.length() > 18 && first.charAt(4) == '-' && first.charAt(10) == 'T');
    }

    private static boolean isAddress(String word) {
        char first = word.charAt(0);
        return Character.isDigit(first) || word.indexOf(':') >= 0;
    }
}
