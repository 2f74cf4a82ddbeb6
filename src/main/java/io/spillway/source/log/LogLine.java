package io.spillway.source.log;

import io.spillway.fleet.LoggedRequest;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Reads lines of access logs: HAProxy's `option httplog` (also `clf` and `httpslog`), and the
/// common and combined formats of Apache httpd and nginx, each with or without a syslog header (RFC
/// 3164, RFC 5424 or what a syslog daemon writes into a file). Each line is judged by itself, so
/// formats may be mixed. What cannot be read is counted and never throws.
///
/// Of HAProxy's captured request headers the one that looks like an address is the referer, the
/// other the user agent; with `capture request header referer` before `user-agent` nothing needs to
/// be guessed.
///
/// Not safe for use by several threads.
public final class LogLine {
    /// Longer lines are cut here: no field that matters lies behind it.
    private static final int LONGEST = 16_384;

    private final LogDate dates;
    private long read;
    private long unread;

    /// @param zone of times written without one, as HAProxy writes them
    public LogLine(ZoneId zone) {
        this.dates = new LogDate(zone);
    }

    /// The request that a line tells of, or null if it tells of none that can be read.
    public @Nullable LoggedRequest read(String text) {
        String line = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        LoggedRequest request = parse(line);
        if (request != null) {
            read++;
        } else if (!line.isBlank()) {
            unread++;
        }
        return request;
    }

    /// How many lines told of a request.
    public long readCount() {
        return read;
    }

    /// How many lines, apart from blank ones, did not: malformed ones, those of other formats, and
    /// messages that are no requests.
    public long unreadCount() {
        return unread;
    }

    /// The date in brackets is what all formats share; what stands before and behind it tells them
    /// apart, so that no syslog header needs to be understood.
    private @Nullable LoggedRequest parse(String line) {
        int open = dates.find(line);
        if (open < 0) {
            return null;
        }
        int close = line.indexOf(']', open);
        long time = close < 0 ? LogDate.NONE : dates.read(line, open + 1, close);
        if (time == LogDate.NONE) {
            return null;
        }
        var fields = new Fields(line, close + 1);
        if (fields.peek() == '"') {
            return CombinedLine.read(line, open, time, fields);
        }
        return HaproxyLine.read(line, open, time, fields);
    }
}
