package io.spillway.app.config;

import io.spillway.relief.guard.Guards;
import java.util.HashMap;
import java.util.Map;

/// Reads the group `guards` of a pool.
final class GuardsReader {
    private final Mistakes mistakes;

    GuardsReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Guards read(Fields pool) {
        Node node = pool.node("guards");
        if (node == null) {
            return Guards.NONE;
        }
        Fields fields = new Fields("guards", node, Keys.GUARDS, mistakes);
        return new Guards(
                fields.optional("mostMoved", Guards.NONE.mostMoved(), Values::percent),
                fields.optional("lowestShare", Guards.NONE.lowestShare(), Values::percent),
                fields.optional("spare", Guards.NONE.spare(), Values::count),
                shed(fields));
    }

    private Map<String, Double> shed(Fields guards) {
        Map<String, Double> most = new HashMap<>();
        Node node = guards.node("mostShed");
        if (node instanceof Node.Mapping(_, Map<String, Node.Entry> entries)) {
            entries.forEach((name, entry) -> {
                if (entry.value() instanceof Node.Text text) {
                    try {
                        most.put(name, Values.percent(text.value()));
                    } catch (Unfit unfit) {
                        mistakes.add(
                                entry.line(),
                                "the share of %s is \"%s\"".formatted(name, text.value()),
                                unfit.expected,
                                unfit.todo);
                    }
                } else {
                    guards.wrong("mostShed", "has no share for " + name, "one", "write 50%");
                }
            });
        } else if (node != null) {
            guards.wrong(
                    "mostShed",
                    "is " + node.kind(),
                    "classes and their shares",
                    "write for example {bots: 80%}");
        }
        return most;
    }
}
