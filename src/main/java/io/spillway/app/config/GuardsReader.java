package io.spillway.app.config;

import io.spillway.relief.guard.Guards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the group `guards` of a pool.
final class GuardsReader {
    private final List<String> classes;
    private final Mistakes mistakes;

    /// @param classes names of the request classes there are
    GuardsReader(List<String> classes, Mistakes mistakes) {
        this.classes = classes;
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
                if (!classes.contains(name)) {
                    mistakes.add(
                            entry.line(),
                            "mostShed names the class \"%s\"".formatted(name),
                            classes.isEmpty()
                                    ? "classes, and there are none"
                                    : "one of " + String.join(", ", classes),
                            Nearest.of(name, classes)
                                    .map(near -> "write " + near)
                                    .orElse("correct it, or add it to classes"));
                }
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
