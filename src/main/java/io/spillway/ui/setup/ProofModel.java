package io.spillway.ui.setup;

import io.spillway.desk.Proof;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.ui.kit.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The four steps of a proof in words, whether they were taken or not.
final class ProofModel {
    private ProofModel() {}

    /// Where a step stands.
    enum State {
        WAITING,
        RUNNING,
        GOOD,
        FAILED
    }

    /// One step.
    record Item(State state, String what, String text) {}

    /// True once nothing follows any more.
    static boolean ended(Proof.Line line) {
        boolean sent = line.step() == Proof.Step.WRITE && line.good();
        boolean goesOn = line.step() == Proof.Step.READ_BACK || sent;
        return !goesOn && (!line.good() || line.step() == Proof.Step.UNDO);
    }

    /// @param lines of the steps that were taken
    /// @param running whether the next one is under way
    static List<Item> items(List<Proof.Line> lines, boolean running) {
        List<Item> items = new ArrayList<>();
        for (Proof.Step step : Proof.Step.values()) {
            String what = Words.of("setup.step-" + step.word());
            if (items.size() < lines.size()) {
                Proof.Line line = lines.get(items.size());
                items.add(new Item(line.good() ? State.GOOD : State.FAILED, what, text(line)));
            } else {
                boolean next = running && items.size() == lines.size();
                String why = Words.of("setup.step-" + step.word() + "-what");
                items.add(new Item(next ? State.RUNNING : State.WAITING, what, why));
            }
        }
        return items;
    }

    private static String text(Proof.Line line) {
        String values = values(line.values());
        return line.good() || values.isEmpty() || line.said().isEmpty()
                ? values.isEmpty() ? line.said() : values
                : values + ". " + line.said();
    }

    /// Balancers that hold the same are told together.
    private static String values(Map<String, Map<Knob, Integer>> values) {
        Map<String, List<String>> same = new LinkedHashMap<>();
        values.forEach((balancer, held) -> {
            String said =
                    held.entrySet().stream()
                            .map(e -> value(e.getKey(), e.getValue()))
                            .collect(Collectors.joining(", "));
            if (!said.isEmpty()) {
                same.computeIfAbsent(said, _ -> new ArrayList<>()).add(balancer);
            }
        });
        return same.entrySet().stream()
                .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String value(Knob knob, int value) {
        return switch (knob.kind()) {
            case WEIGHT -> Words.of("setup.weight", value);
            case STATE ->
                    value == AdminState.READY.ordinal()
                            ? Words.of("kit.state-ready")
                            : value == AdminState.DRAIN.ordinal()
                                    ? Words.of("kit.state-drain")
                                    : Words.of("kit.state-maint");
            default -> knob.kind().noun() + " " + knob.say(value);
        };
    }
}
