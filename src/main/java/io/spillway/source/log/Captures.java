package io.spillway.source.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The referer and the user agent among the headers that HAProxy captured.
///
/// @param referer empty if not captured
/// @param agent empty if not captured
record Captures(String referer, String agent) {
    static final Captures NONE = new Captures("", "");

    /// Of what stands between the braces.
    static Captures braced(String text) {
        List<String> parts = new ArrayList<>(2);
        int from = 0;
        for (int bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|', from)) {
            parts.add(text.substring(from, bar));
            from = bar + 1;
        }
        parts.add(text.substring(from));
        return of(parts);
    }

    /// Of the headers in the order in which they are captured. Two are the referer and the agent
    /// unless they look the other way round; among others each is known by its look.
    static Captures of(List<String> headers) {
        if (headers.size() == 2 && !isAddress(headers.get(1)) && !isAgent(headers.get(0))) {
            return new Captures(plain(headers.get(0)), plain(headers.get(1)));
        }
        String referer = "";
        String agent = "";
        for (String header : headers) {
            if (referer.isEmpty() && isAddress(header)) {
                referer = header;
            } else if (agent.isEmpty() && isAgent(header)) {
                agent = header;
            }
        }
        return new Captures(plain(referer), plain(agent));
    }

    private static boolean isAddress(String header) {
        int scheme = header.indexOf("://");
        return scheme > 1 && scheme < 16 && header.indexOf(' ') < 0;
    }

    private static boolean isAgent(String header) {
        int slash = header.indexOf('/');
        return !isAddress(header)
                && slash > 0
                && slash + 1 < header.length()
                && (Character.isDigit(header.charAt(slash + 1)) || header.indexOf(' ') > 0);
    }

    /// As the client wrote it: HAProxy writes what would break a line as `#` and two hexadecimal
    /// digits, and an absent header as nothing.
    static String plain(String text) {
        if (text.indexOf('#') < 0) {
            return Fields.orEmpty(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var plain = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (bytes[i] == '#' && low >= 0) {
                plain.write(high * 16 + low);
                i += 2;
            } else {
                plain.write(bytes[i]);
            }
        }
        return plain.toString(StandardCharsets.UTF_8);
    }
}
