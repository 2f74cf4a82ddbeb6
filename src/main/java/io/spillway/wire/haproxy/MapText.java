package io.spillway.wire.haproxy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads what `show map` says of one map: `0x55b181ced620 key value` on each line.
public final class MapText {
    private MapText() {}

    /// Key to value, in HAProxy's order. Of a key that stands there twice, the first, which is the
    /// one that HAProxy finds.
    ///
    /// @throws IllegalArgumentException if a line is no entry of a map
    public static Map<String, String> parse(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            if (line.isBlank()) {
                continue;
            }
            String[] words = line.strip().split(" ", 3);
            if (!words[0].startsWith("0x") || words.length < 2) {
                throw new IllegalArgumentException("'%s' is no entry of a map".formatted(line));
            }
            entries.putIfAbsent(words[1], words.length > 2 ? words[2].strip() : "");
        }
        return Collections.unmodifiableMap(entries);
    }
}
