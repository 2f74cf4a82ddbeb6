package io.spillway.wire.haproxy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a process says of itself to `show info`.
///
/// @param version HAProxy's version, empty if hidden
/// @param node the host's name, or the `node` of the configuration
/// @param pid process id, 0 if hidden
/// @param startedAt epoch seconds, 0 if hidden
/// @param stopping true for a process that a reload has replaced
public record RuntimeInfo(String version, String node, long pid, long startedAt, boolean stopping) {
    private static final String PRACTICE_NODE = "spillway-practice";

    /// Reads the answer's `Key: value` lines.
    public static RuntimeInfo parse(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines()
                .forEach(line -> {
                    int colon = line.indexOf(": ");
                    if (colon > 0) {
                        values.put(line.substring(0, colon), line.substring(colon + 2));
                    }
                });
        return new RuntimeInfo(
                values.getOrDefault("Version", ""),
                values.getOrDefault("node", ""),
                number(values.get("Pid")),
                number(values.get("Start_time_sec")),
                number(values.get("Stopping")) != 0);
    }

    private static long number(@Nullable String text) {
        if (text == null || !text.strip().matches("\\d{1,18}")) {
            return 0;
        }
        return Long.parseLong(text.strip());
    }

    /// True for Spillway's own practice balancer.
    public boolean practice() {
        return node.equals(PRACTICE_NODE);
    }

    /// True if both are words of one and the same process.
    public boolean sameProcess(RuntimeInfo other) {
        return pid == other.pid && startedAt == other.startedAt;
    }
}
