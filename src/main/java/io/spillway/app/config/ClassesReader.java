package io.spillway.app.config;

import io.spillway.fleet.RequestClass;
import java.util.ArrayList;
import java.util.List;

/// Reads `classes`: names, or groups of keys where there is more to say. Their order is their rank.
final class ClassesReader {
    private final Mistakes mistakes;

    ClassesReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<RequestClass> read(Fields file) {
        List<RequestClass> classes = new ArrayList<>();
        for (Node node : file.items("classes")) {
            RequestClass read = one(node, classes.size());
            if (!read.name().isEmpty()
                    && classes.stream().anyMatch(c -> c.name().equals(read.name()))) {
                mistakes.add(
                        node.line(),
                        "the class \"%s\" stands here again".formatted(read.name()),
                        "each class once",
                        "remove one of the two, or choose another name");
            }
            classes.add(read);
        }
        if (classes.size() == 1) {
            file.wrong(
                    "classes",
                    "holds a single class",
                    "two or more, most critical first",
                    "add the class that may be refused");
        }
        return classes;
    }

    private RequestClass one(Node node, int rank) {
        if (node instanceof Node.Text text) {
            return new RequestClass(text.value(), rank);
        }
        Fields fields = new Fields("the class", node, Keys.CLASS, mistakes);
        return new RequestClass(
                fields.required("name", "", "search", Values::any),
                rank,
                fields.optional("cost", 1.0, Values::cost),
                fields.optional("matches", "", Values::any));
    }
}
