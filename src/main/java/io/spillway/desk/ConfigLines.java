package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.fleet.Knob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What to write into a balancer's configuration so that an act outlives a reload.
final class ConfigLines {
    private ConfigLines() {}

    /// One line for each server or map entry, grouped by backend or map.
    static List<String> of(Lease lease) {
        Map<String, List<String>> byServer = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        new TreeMap<>(texts(lease))
                .forEach((text, value) -> {
                    Knob knob = Knob.valueOf(text);
                    switch (knob.kind()) {
                        case WEIGHT -> server(byServer, knob, "weight " + value);
                        case MAXCONN -> server(byServer, knob, "maxconn " + value);
                        case STATE -> server(byServer, knob, state(value));
                        default ->
                                lines.add(
                                        "%s map: %s %d"
                                                .formatted(knob.kind().noun(), knob.name(), value));
                    }
                });
        byServer.forEach((server, words) ->
                lines.add("server %s … %s".formatted(server, String.join(" ", words))));
        if (!byServer.isEmpty()) {
            lines.addFirst("backend " + lease.backend());
        }
        return lines;
    }

    private static Map<String, Integer> texts(Lease lease) {
        Map<String, Integer> texts = new TreeMap<>();
        lease.course().intended().forEach((knob, value) -> texts.put(knob.toString(), value));
        return texts;
    }

    private static void server(Map<String, List<String>> byServer, Knob knob, String words) {
        if (!words.isEmpty()) {
            byServer.computeIfAbsent(knob.name(), s -> new ArrayList<>()).add(words);
        }
    }

    /// A drain has no word in a configuration: weight 0 comes closest.
    private static String state(int value) {
        return switch (value) {
            case 1 -> "weight 0";
            case 2 -> "disabled";
            default -> "enabled";
        };
    }
}
