package io.spillway.wire.haproxy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a map is keyed by user agent: URL-encoded as HAProxy's `url_enc` does, because keys hold no
/// blanks, and no longer than HAProxy counts by.
public final class AgentKey {
    private static final int BYTES = 95;
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private AgentKey() {}

    /// The key of a user agent.
    public static String of(String agent) {
        byte[] bytes = agent.getBytes(StandardCharsets.UTF_8);
        var key = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, BYTES); i++) {
            char c = (char) (bytes[i] & 0xff);
            if (UNRESERVED.indexOf(c) >= 0) {
                key.append(c);
            } else {
                key.append('%').append(HEX.toHexDigits(bytes[i]));
            }
        }
        return key.toString();
    }

    /// A map's entries by user agent. Keys that are no encoded text stay as they are.
    public static Map<String, String> agents(Map<String, String> entries) {
        Map<String, String> agents = new LinkedHashMap<>();
        entries.forEach((key, value) -> agents.put(agent(key), value));
        return agents;
    }

    private static String agent(String key) {
        try {
            return URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return key;
        }
    }
}
