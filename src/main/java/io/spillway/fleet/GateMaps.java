package io.spillway.fleet;

import io.spillway.fleet.Knob.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a balancer's gates are set: maps, named by the paths that its configuration names them by.
/// The same on every balancer.
///
/// @param shed class rank to permille refused
/// @param limit class rank to requests per second admitted
/// @param epoch what the draw of clients depends on
/// @param sourceCap address to requests per second admitted
/// @param agentCap user agent to requests per second admitted
public record GateMaps(String shed, String limit, String epoch, String sourceCap, String agentCap) {
    private static final List<Kind> KINDS =
            Arrays.stream(Kind.values()).filter(Kind::gate).toList();

    /// The names of the files that Spillway ships, in a folder.
    ///
    /// @param folder absolute, with or without a slash at its end
    public static GateMaps in(String folder) {
        String base = folder.endsWith("/") ? folder : folder + "/";
        return new GateMaps(
                base + "shed.map",
                base + "limit.map",
                base + "epoch.map",
                base + "source_cap.map",
                base + "agent_cap.map");
    }

    /// The kinds of knobs that live in maps, each in its own.
    public static List<Kind> kinds() {
        return KINDS;
    }

    /// The file of a kind of knob.
    ///
    /// @throws IllegalArgumentException if it is none of the gates'
    public String path(Kind kind) {
        return switch (kind) {
            case SHED -> shed;
            case LIMIT -> limit;
            case EPOCH -> epoch;
            case SOURCE_CAP -> sourceCap;
            case AGENT_CAP -> agentCap;
            case WEIGHT, STATE, MAXCONN ->
                    throw new IllegalArgumentException(kind.noun() + " is set at a server");
        };
    }

    /// A map's entries as knobs. Entries that are no whole number are left out: the balancer does
    /// not understand them either.
    ///
    /// @param entries by the plain text of what they are about
    public static Map<Knob, Integer> knobs(Kind kind, Map<String, String> entries) {
        Map<Knob, Integer> knobs = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            if (value.matches("\\d{1,9}")) {
                knobs.put(new Knob(kind, key), Integer.valueOf(value));
            }
        });
        return knobs;
    }
}
