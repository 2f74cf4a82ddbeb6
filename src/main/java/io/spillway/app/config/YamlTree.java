package io.spillway.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Turns YAML text into [Node]s.
final class YamlTree {
    private final YAMLParser parser;
    private final Mistakes mistakes;

    private YamlTree(YAMLParser parser, Mistakes mistakes) {
        this.parser = parser;
        this.mistakes = mistakes;
    }

    /// Reads one document.
    ///
    /// @return nothing if the text is empty or no YAML, which is then among the mistakes
    static Optional<Node> read(String text, Mistakes mistakes) {
        try (JsonParser parser =
                YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree((YAMLParser) parser, mistakes).document();
        } catch (JacksonException e) {
            syntax(e, mistakes);
            return Optional.empty();
        }
    }

    private Optional<Node> document() {
        if (parser.nextToken() == null) {
            mistakes.add(
                    1,
                    "the file is empty",
                    "the keys of a configuration",
                    "write at least balancers and pools");
            return Optional.empty();
        }
        Node root = node(line());
        if (parser.nextToken() != null) {
            mistakes.add(
                    line(),
                    "a second document",
                    "one document in a file",
                    "remove the line ---, or what follows it");
        }
        return Optional.of(root);
    }

    /// Reads what begins on `line`; a value begins with its key.
    private Node node(int line) {
        JsonToken token = parser.currentToken();
        if (parser.isCurrentAlias()) {
            mistakes.add(
                    line,
                    "the alias *" + parser.getString(),
                    "the value itself",
                    "write the value out in each place");
        }
        return switch (token) {
            case START_OBJECT -> mapping(line);
            case START_ARRAY -> items(line);
            case VALUE_NULL -> new Node.Nothing(line);
            default -> new Node.Text(line, parser.getString());
        };
    }

    private Node items(int line) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(line()));
        }
        return new Node.Items(line, items);
    }

    private Node mapping(int line) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int at = line();
            parser.nextToken();
            Node.Entry earlier = entries.putIfAbsent(key, new Node.Entry(at, node(at)));
            if (earlier != null) {
                mistakes.add(
                        at,
                        "the key \"" + key + "\" stands here again, after line " + earlier.line(),
                        "each key once",
                        "remove one of the two");
            }
        }
        return new Node.Mapping(line, entries);
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static void syntax(JacksonException e, Mistakes mistakes) {
        String problem = e.getOriginalMessage();
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            problem = marked.getProblem();
            line = marked.getProblemMark().map(m -> m.getLine() + 1).orElse(line);
        }
        mistakes.add(
                line,
                "not YAML: " + problem.lines().findFirst().orElse(""),
                "keys and values, indented by spaces",
                "correct this line or the one before it");
    }
}
