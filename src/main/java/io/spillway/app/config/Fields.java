package io.spillway.app.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One mapping of the file, read key by key. What does not fit becomes a mistake and a stand-in
/// value, so that reading goes on to the next key.
final class Fields {
    private final String what;
    private final int line;
    private final Map<String, Node.Entry> entries;
    private final Mistakes mistakes;
    private final boolean mapping;

    /// Reads the text of a single value.
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws Unfit;
    }

    /// @param what the mapping, for messages: "the pool"
    Fields(String what, Node node, Keys.Section section, Mistakes mistakes) {
        this.what = what;
        this.line = node.line();
        this.mistakes = mistakes;
        mapping = node instanceof Node.Mapping;
        if (node instanceof Node.Mapping(_, Map<String, Node.Entry> found)) {
            entries = found;
            refuseUnknown(section);
        } else {
            entries = Map.of();
            mistakes.add(
                    line,
                    what + " is " + node.kind(),
                    "the keys " + String.join(", ", section.keys()),
                    "write them as key: value");
        }
    }

    private void refuseUnknown(Keys.Section section) {
        entries.forEach((key, entry) -> {
            if (!section.keys().contains(key)) {
                mistakes.add(
                        entry.line(),
                        "the unknown key \"%s\" in %s".formatted(key, what),
                        "one of " + String.join(", ", section.keys()),
                        Nearest.of(key, section.keys())
                                .map(near -> "write " + near)
                                .orElse("remove it"));
            }
        });
    }

    /// True if the key is there, with or without a value.
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /// The line of a key, or of the mapping where the key is missing.
    int line(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    @Nullable Node node(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /// A value that may be left out.
    <T extends @Nullable Object> T optional(String key, T fallback, Parser<? extends T> parser) {
        Node node = node(key);
        if (node == null) {
            return fallback;
        }
        if (!(node instanceof Node.Text text)) {
            wrong(key, "is " + node.kind(), "a single value", "write " + key + ": VALUE");
            return fallback;
        }
        try {
            return parser.parse(text.value());
        } catch (Unfit unfit) {
            String found = unfit.found.isEmpty() ? "is \"" + text.value() + "\"" : unfit.found;
            wrong(key, found, unfit.expected, unfit.todo);
            return fallback;
        }
    }

    /// A value that must be there.
    ///
    /// @param example of the value, for the message
    <T extends @Nullable Object> T required(
            String key, T fallback, String example, Parser<? extends T> parser) {
        if (!has(key)) {
            missing(key, example);
        }
        return optional(key, fallback, parser);
    }

    /// Says that a key is missing, unless there is no mapping that could hold it.
    void missing(String key, String example) {
        if (mapping) {
            mistakes.add(
                    line,
                    "%s has no key %s".formatted(what, key),
                    "one",
                    "add for example %s: %s".formatted(key, example));
        }
    }

    /// The entries of a list; none where the key is missing.
    List<Node> items(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Node.Items items && !items.items().isEmpty()) {
            return items.items();
        }
        String kind = node instanceof Node.Items ? "an empty list" : node.kind();
        wrong(key, "is " + kind, "a list", "begin each entry with \"- \" on a line of its own");
        return List.of();
    }

    /// Notes a mistake at a key.
    void wrong(String key, String found, String expected, String todo) {
        mistakes.add(line(key), key + " " + found, expected, todo);
    }

    /// Says of each of these keys that is there that it has no place here.
    void refuse(List<String> keys, String where, String expected) {
        for (String key : keys) {
            if (has(key)) {
                wrong(key, "stands " + where, expected, "remove it");
            }
        }
    }
}
