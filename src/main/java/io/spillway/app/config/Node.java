package io.spillway.app.config;

import java.util.List;
import java.util.Map;

/// A piece of a configuration file that knows its line.
sealed interface Node {
    /// From 1.
    int line();

    /// What it is, for messages.
    String kind();

    /// A single value, as written without quotes.
    record Text(int line, String value) implements Node {
        @Override
        public String kind() {
            return "a single value";
        }
    }

    /// A key with nothing behind it, or `null`.
    record Nothing(int line) implements Node {
        @Override
        public String kind() {
            return "empty";
        }
    }

    /// A list.
    record Items(int line, List<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /// Keys and values, in the file's order.
    record Mapping(int line, Map<String, Entry> entries) implements Node {
        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    /// One value of a mapping.
    ///
    /// @param line of the key
    record Entry(int line, Node value) {}
}
