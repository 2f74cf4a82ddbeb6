package io.spillway;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Rule;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the bundles of words against one another, and against what the screens ask for.
class WordsTest {
    private static final String FOLDER = "src/main/resources/words";
    private static final String SCREENS = "src/main/java/io/spillway/ui";
    private static final Pattern ASKED_FXML = Pattern.compile("=\"%([a-z0-9.-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /// What a reader would take for words: several of them, or a capital with small letters.
    private static final Pattern SAID =
            Pattern.compile("[A-Za-z]{2,}[,.:]? [A-Za-z]|^ ?[A-Z][a-z]|[a-z]{2,}[.:…]$");

    private static final Pattern SHOWN_FXML =
            Pattern.compile("\\b(?:text|promptText|accessible\\w+|label)=\"([^\"%$]*)\"");

    /// Names of files, fonts and keys, and commands of other programs.
    private static final Set<String> OTHERS =
            Set.of("Fonts.java", "DesktopNotifier.java", "Shortcut.java");

    /// What a filter may hold, and what only its programmer reads.
    private static final Set<String> NOT_SHOWN =
            Set.of(
                    "pool:",
                    "state:",
                    "server:",
                    "words.",
                    "rules.",
                    "opened without a Picture",
                    "asked without a Picture",
                    "Series ",
                    " times but ");

    /// Names, units, examples and commands, which are the same in every language.
    private static final Set<String> SAME =
            Set.of(
                    "Spillway",
                    "UTC",
                    "s",
                    "CPU",
                    "p5–p95",
                    "5 m",
                    "1 h",
                    "6 h",
                    "24 h",
                    "7 d",
                    "28 d",
                    "unix:/run/haproxy/admin.sock",
                    "http://127.0.0.1:9090",
                    "lb-1.example 10.0.0.5",
                    "anna ben");

    private static Map<String, String> texts(String ending) {
        Map<String, String> all = new TreeMap<>();
        SourceFiles.under(FOLDER, ".properties")
                .filter(f -> f.toString().endsWith("_ja.properties") == !ending.isEmpty())
                .forEach(f -> read(f, ending, all));
        return all;
    }

    private static void read(Path file, String ending, Map<String, String> into) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(SourceFiles.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String area = file.getFileName().toString().replace(ending + ".properties", "");
        texts.stringPropertyNames()
                .forEach(key -> {
                    assertThat(key).startsWith(area + ".");
                    into.put(key, texts.getProperty(key));
                });
    }

    @Test
    void everyTextIsInBothLanguages() {
        assertThat(texts("_ja").keySet()).isEqualTo(texts("").keySet());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        Map<String, String> japanese = texts("_ja");
        texts("")
                .forEach((key, english) ->
                        assertThat(places(japanese.getOrDefault(key, "")))
                                .as(key)
                                .isEqualTo(places(english)));
    }

    private static Set<String> places(String text) {
        Set<String> places = new HashSet<>();
        Matcher m = PLACE.matcher(text);
        while (m.find()) {
            places.add(m.group(1));
        }
        return places;
    }

    /// In a text with arguments an apostrophe begins a quotation, so it must be a typographic one.
    @Test
    void textsWithArgumentsAreWellFormed() {
        Stream.of(texts(""), texts("_ja"))
                .forEach(all ->
                        all.forEach((key, text) -> {
                            if (text.contains("{")) {
                                assertThat(text).as(key).doesNotContain("'");
                                assertThat(new MessageFormat(text, Locale.ROOT).toPattern())
                                        .isNotEmpty();
                            }
                        }));
    }

    @Test
    void whatIsAskedForIsThereAndNothingElse() {
        Set<String> texts = texts("").keySet();
        Set<String> asked = new TreeSet<>();
        SourceFiles.under("fxml", ".fxml").forEach(f -> find(f, ASKED_FXML, asked));
        Set<String> literals = new TreeSet<>();
        SourceFiles.under(SCREENS, ".java").forEach(f -> find(f, LITERAL, literals));
        Pattern key = Pattern.compile("(" + areas(texts) + ")\\.[a-z0-9-]*");
        literals.stream().filter(l -> key.matcher(l).matches()).forEach(asked::add);
        Set<String> missing = new TreeSet<>();
        Set<String> unused = new TreeSet<>(texts);
        for (String a : asked) {
            // Where a key is not whole, the rest is a name or the word of an enum's constant.
            boolean found =
                    a.matches(".*[-.]") ? unused.removeIf(t -> t.startsWith(a)) : texts.contains(a);
            unused.remove(a);
            if (!found) {
                missing.add(a);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(unused).isEmpty();
    }

    /// The screens look for another language's words by what the default rules say.
    @Test
    void rulesSayWhatTheBundleSays() {
        Map<String, String> texts = texts("");
        for (Rule rule : DefaultRules.rules().rules()) {
            String key = "rules." + rule.name();
            assertThat(texts)
                    .containsEntry(key + "-title", rule.title())
                    .containsEntry(key + "-cause", rule.guidance().cause())
                    .containsEntry(key + "-consequence", rule.guidance().consequence())
                    .containsEntry(key + "-response", rule.guidance().response());
        }
    }

    private static String areas(Set<String> keys) {
        Set<String> areas = new TreeSet<>();
        keys.forEach(k -> areas.add(k.substring(0, k.indexOf('.'))));
        return String.join("|", areas);
    }

    private static void find(Path file, Pattern pattern, Set<String> into) {
        Matcher m = pattern.matcher(SourceFiles.read(file));
        while (m.find()) {
            into.add(m.group(1));
        }
    }

    @Test
    void screensHoldNoWordsOfTheirOwn() {
        List<String> words = new ArrayList<>();
        SourceFiles.under(SCREENS, ".java")
                .filter(f -> !OTHERS.contains(f.getFileName().toString()))
                .forEach(f ->
                        SourceFiles.lines(f).stream()
                                .filter(l -> !l.strip().startsWith("//"))
                                .filter(l -> !l.contains("Exception("))
                                .flatMap(WordsTest::literals)
                                .filter(l -> SAID.matcher(l).find() && !NOT_SHOWN.contains(l))
                                .forEach(l -> words.add(f + ": " + l)));
        assertThat(words).isEmpty();
    }

    private static Stream<String> literals(String line) {
        return LITERAL.matcher(line).results().map(r -> r.group(1));
    }

    @Test
    void fxmlHoldsNoWordsOfItsOwn() {
        List<String> words = new ArrayList<>();
        SourceFiles.under("fxml", ".fxml")
                .forEach(file ->
                        SHOWN_FXML
                                .matcher(SourceFiles.read(file))
                                .results()
                                .map(r -> r.group(1))
                                .filter(w -> !SAME.contains(w) && !w.startsWith("spillway "))
                                .forEach(w -> words.add(file + ": " + w)));
        assertThat(words).isEmpty();
    }
}
