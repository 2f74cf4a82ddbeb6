package io.spillway.source.log;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Dates as logs write them: `22/Nov/2026:17:07:25` with `.387` (local time) or ` +0000`. The hour
/// read last is kept, for most lines share it. Not safe for use by several threads.
final class LogDate {
    /// What is returned for what is no date.
    static final long NONE = Long.MIN_VALUE;

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /// `22/Nov/2026:17`
    private static final int TO_HOUR = 14;

    private static final int TO_SECOND = 20;

    private final ZoneId zone;
    private String known = "";
    private long knownLocal;
    private long knownZoned;

    LogDate(ZoneId zone) {
        this.zone = zone;
    }

    /// Where the bracket of the first date stands, -1 if there is none.
    int find(String line) {
        int open = line.indexOf('[');
        while (open >= 0) {
            if (open + TO_SECOND < line.length()
                    && line.charAt(open + 3) == '/'
                    && line.charAt(open + 7) == '/'
                    && line.charAt(open + 12) == ':') {
                return open;
            }
            open = line.indexOf('[', open + 1);
        }
        return -1;
    }

    /// Epoch milliseconds of the date in `line[from, to)`, or NONE.
    long read(String line, int from, int to) {
        if (to - from < TO_SECOND || !hour(line, from)) {
            return NONE;
        }
        int minute = pair(line, from + 15);
        int second = pair(line, from + 18);
        if (minute < 0
                || minute > 59
                || second < 0
                || second > 60
                || line.charAt(from + 14) != ':'
                || line.charAt(from + 17) != ':') {
            return NONE;
        }
        long within = minute * 60_000L + second * 1000L;
        int at = from + TO_SECOND;
        if (at == to) {
            return knownZoned + within;
        }
        if (line.charAt(at) == '.') {
            return knownZoned + within + millis(line, at + 1, to);
        }
        int minutes = offset(line, at, to);
        return minutes == Integer.MIN_VALUE ? NONE : knownLocal + within - minutes * 60_000L;
    }

    private boolean hour(String line, int from) {
        if (known.length() == TO_HOUR && line.startsWith(known, from)) {
            return true;
        }
        int month = MONTHS.indexOf(line.substring(from + 3, from + 6));
        int day = pair(line, from);
        int century = pair(line, from + 7);
        int years = pair(line, from + 9);
        int hours = pair(line, from + 12);
        if (month % 3 != 0 || day < 0 || century < 0 || years < 0 || hours < 0) {
            return false;
        }
        try {
            var local = LocalDateTime.of(century * 100 + years, month / 3 + 1, day, hours, 0);
            knownLocal = local.toEpochSecond(ZoneOffset.UTC) * 1000;
            knownZoned = local.atZone(zone).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            return false;
        }
        known = line.substring(from, from + TO_HOUR);
        return true;
    }

    private static long millis(String line, int from, int to) {
        long value = 0;
        for (int i = 0; i < 3; i++) {
            int digit = from + i < to ? Character.digit(line.charAt(from + i), 10) : 0;
            value = value * 10 + Math.max(0, digit);
        }
        return value;
    }

    /// Minutes east of Greenwich of ` +0130`, MIN_VALUE if it is none.
    private static int offset(String line, int at, int to) {
        if (to - at != 6 || line.charAt(at) != ' ') {
            return Integer.MIN_VALUE;
        }
        char sign = line.charAt(at + 1);
        int hours = pair(line, at + 2);
        int minutes = pair(line, at + 4);
        if ((sign != '+' && sign != '-') || hours < 0 || hours > 18 || minutes < 0) {
            return Integer.MIN_VALUE;
        }
        return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
    }

    /// The number of two ASCII digits, -1 if they are none.
    private static int pair(String line, int at) {
        int tens = line.charAt(at) - '0';
        int ones = line.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
