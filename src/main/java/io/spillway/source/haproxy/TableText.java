package io.spillway.source.haproxy;

import io.spillway.fleet.KeyRate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the entries of a stick table as `show table` writes them, one a line:
///
///     0x55d0: key=10.0.0.7 use=0 exp=59 http_req_rate(10000)=120 http_err_rate(10000)=3
///
/// What `spillway-gates.cfg` refused it counts as `gpc1_rate`. In a key HAProxy escapes spaces, `=` and what cannot be printed.
final class TableText {
    private static final Pattern ENTRY =
            Pattern.compile("0x\\p{XDigit}+: key=((?:\\\\.|[^ \\\\])*+) use=(.*)");
    private static final Pattern RATE =
            Pattern.compile(" (http_\\w+_rate|gpc1_rate)\\((\\d+)\\)=(\\d+)");
    private static final Pattern MAPPED = Pattern.compile("::ffff:(\\d+\\.\\d+\\.\\d+\\.\\d+)");

    private TableText() {}

    /// Every entry with a request rate; lines that are none are passed over.
    static List<KeyRate> parse(KeyRate.Dimension dimension, String text) {
        return text.lines()
                .map(line -> entry(dimension, line))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable KeyRate entry(KeyRate.Dimension dimension, String line) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            return null;
        }
        float requests = Float.NaN;
        float client = Float.NaN;
        float server = Float.NaN;
        float refused = Float.NaN;
        Matcher rate = RATE.matcher(entry.group(2));
        while (rate.find()) {
            float value =
                    (float) (Double.parseDouble(rate.group(3)) * 1000)
                            / Math.max(1, Float.parseFloat(rate.group(2)));
            switch (rate.group(1)) {
                case "http_req_rate" -> requests = value;
                case "http_err_rate" -> client = value;
                case "http_fail_rate" -> server = value;
                case "gpc1_rate" -> refused = value;
                default -> {
                    // Another counter than ours.
                }
            }
        }
        return Float.isNaN(requests)
                ? null
                : new KeyRate(dimension, key(entry.group(1)), requests, client, server, refused);
    }

    private static String key(String escaped) {
        Matcher mapped = MAPPED.matcher(escaped);
        if (mapped.matches()) {
            return mapped.group(1);
        }
        String key = plain(escaped);
        return key.isEmpty() ? "-" : key;
    }

    /// The key without its escapes. What would move a terminal's cursor becomes a space.
    private static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        var bytes = new ByteArrayOutputStream(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\' || i + 1 == escaped.length()) {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char next = escaped.charAt(++i);
            if (next == 'x' && i + 2 < escaped.length()) {
                int value = Integer.parseInt(escaped, i + 1, i + 3, 16);
                bytes.write(value < 0x20 || value == 0x7f ? ' ' : value);
                i += 2;
            } else {
                bytes.write("tnre".indexOf(next) >= 0 ? ' ' : next);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).replaceAll("\\p{Cc}", " ");
    }
}
