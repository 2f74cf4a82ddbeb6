package io.spillway.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Every key a configuration may hold, as `keys.txt` beside this class defines them: the reader
/// refuses all others, and the manual's reference is written from them.
final class Keys {
    private static final int FIELDS = 5;
    private static final Map<String, Section> SECTIONS = read();

    /// One key.
    ///
    /// @param type what may stand there, in words
    /// @param fallback what holds where it is left out, in words
    /// @param meaning a sentence or more; may be empty
    /// @param example key and value as in a file; empty where a section tells more
    record Key(String name, String type, String fallback, String meaning, String example) {}

    /// One kind of mapping in the file.
    ///
    /// @param title as the manual heads it
    /// @param all in the manual's order
    record Section(String title, List<Key> all) {
        Section {
            all = List.copyOf(all);
        }

        /// A mapping whose keys are the user's own names.
        static Section of(String title, List<String> names) {
            return new Section(
                    title, names.stream().map(name -> new Key(name, "", "", "", "")).toList());
        }

        /// The names of its keys, in order.
        List<String> keys() {
            return all.stream().map(Key::name).toList();
        }
    }

    static final Section FILE = section("The file");
    static final Section SOURCE = section("sources");
    static final Section QUERIES = section("queries");
    static final Section QUERY = section("one query");
    static final Section BALANCER = section("balancers");
    static final Section KEY_STORE = section("keyStore");
    static final Section POOL = section("pools");
    static final Section MATCH = section("match");
    static final Section CLASS = section("classes");
    static final Section GATES = section("gates");
    static final Section GATE_FILES = section("files of gates");
    static final Section RUNG = section("ladder");
    static final Section GUARDS = section("guards");
    static final Section SCALE = section("scale");
    static final Section CAMPAIGN = section("campaigns");
    static final Section ALARMS = section("alarms");
    static final Section ALARM_RULE = section("one alarm rule");
    static final Section LEVELS = section("levels of a pool or a server");
    static final Section EDITED = section("Edited rules");
    static final Section OPERATOR = section("operators");
    static final Section SECRET = section("Secrets");
    static final Section PRACTICE = section("practice");

    private Keys() {}

    /// All of them, in the manual's order.
    static List<Section> all() {
        return List.copyOf(SECTIONS.values());
    }

    private static Section section(String title) {
        return Objects.requireNonNull(SECTIONS.get(title), title);
    }

    private static Map<String, Section> read() {
        Map<String, Section> sections = new LinkedHashMap<>();
        List<Key> keys = new ArrayList<>();
        String title = "";
        for (String line : (text() + "\n[]").split("\n")) {
            if (line.startsWith("[")) {
                sections.put(title, new Section(title, keys));
                title = line.substring(1, line.length() - 1);
                keys.clear();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(key(line));
            }
        }
        sections.remove("");
        return sections;
    }

    private static Key key(String line) {
        String[] fields = line.split(" \\| ", FIELDS);
        String meaning = fields[3].equals("-") ? "" : fields[3];
        String example = fields[4].equals("-") ? "" : fields[4];
        return new Key(fields[0], fields[1], fields[2], meaning, example);
    }

    private static String text() {
        try (InputStream in = Keys.class.getResourceAsStream("keys.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
