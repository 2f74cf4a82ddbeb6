package io.spillway.app.output;

import io.spillway.desk.Proof;
import io.spillway.fleet.Knob;
import java.util.Map;
import java.util.stream.Collectors;

/// One step of `spillway setup prove`, for people.
public final class ProofText {
    private ProofText() {}

    /// `read back ok lb-1 weight 99`, and a newline.
    public static String of(Proof.Line line) {
        String values =
                line.values().entrySet().stream()
                        .map(e -> e.getKey() + " " + values(e.getValue()))
                        .collect(Collectors.joining("; "));
        String act = line.act().isEmpty() ? "" : "  (act %s)".formatted(line.act());
        return "%-9s  %-6s  %s%s\n"
                .formatted(
                        line.step().word().replace('-', ' '),
                        line.good() ? "ok" : "FAILED",
                        values.isEmpty() ? line.said() : values,
                        act)
                .replaceFirst(" +\n$", "\n");
    }

    private static String values(Map<Knob, Integer> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey().kind().noun() + " " + e.getKey().say(e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
