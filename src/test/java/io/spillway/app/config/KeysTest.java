package io.spillway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The manual's reference is written from the keys, and what they say of defaults is so.
class KeysTest {
    private static final Path GUIDE = Path.of("docs/configuration.md");
    private static final Path REFERENCE = Path.of("docs/configuration-reference.md");
    private static final Pattern LITERAL = Pattern.compile("`([^`]+)`");

    private static final String HEAD =
            """
            # Configuration reference

            Every key that `spillway.yaml` may hold; any other is refused. The [guide](configuration.md) tells
            how they go together, with examples. This page is written by `KeysTest` from the program's own
            table of keys.
            """;

    /// A file that every group has a place in: `@TITLE@` stands for one more key of that group.
    private static final String FILE =
            """
            @The file@
            sources:
              - name: metrics
                prometheus: http://127.0.0.1:9090
              - name: alerts
                alertmanager: http://127.0.0.1:9093
                @sources@
            balancers:
              - name: lb-1
                address: tcp://127.0.0.1:9999
                @balancers@
            classes:
              - name: critical
                @classes@
              - name: rest
            gates:
              pool: web
              @gates@
            campaigns:
              - {name: sale, start: 2026-11-27T18:00:00Z, end: 2026-11-28T00:00:00Z, load: 3x}
            pools:
              - name: web
                @pools@
                guards:
                  spare: 1
                  @guards@
                scale:
                  kubernetes: deployment/web
                  @scale@
            alarms:
              queue:
                priority: high
                @one alarm rule@
            operators:
              - name: Ada
                hash: '$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8'
                @operators@
            """;

    @TempDir Path folder;

    @Test
    void theReferenceIsWrittenFromTheKeys() throws IOException {
        String wanted = reference();
        if (Boolean.getBoolean("spillway.write")) {
            Files.writeString(REFERENCE, wanted);
            return;
        }
        assertThat(REFERENCE)
                .as("%s is old; write it anew with -Dspillway.write=true", REFERENCE)
                .content()
                .isEqualTo(wanted);
    }

    private static String reference() throws IOException {
        String guide = Files.readString(GUIDE);
        StringBuilder text = new StringBuilder(HEAD);
        for (Keys.Section section : Keys.all()) {
            text.append("\n## ").append(section.title()).append("\n\n");
            if (guide.contains("\n## " + section.title() + "\n")) {
                String anchor = section.title().toLowerCase(Locale.ROOT).replace(' ', '-');
                text.append("[In the guide](configuration.md#%s).\n\n".formatted(anchor));
            }
            text.append("| key | type | default | meaning |\n|---|---|---|---|\n");
            section.all().forEach(key -> text.append(row(key)));
        }
        return text.toString();
    }

    private static String row(Keys.Key key) {
        String example = key.example().isEmpty() ? "" : "Example: `" + key.example() + "`";
        String meaning =
                Stream.of(key.meaning(), example)
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.joining(" "));
        return "| `%s` | %s | %s | %s |\n"
                .formatted(key.name(), key.type(), key.fallback(), meaning);
    }

    @Test
    void everyRuleOfAlarmsIsAKey() {
        assertThat(Keys.ALARMS.keys())
                .containsExactlyElementsOf(
                        DefaultRules.rules().rules().stream().map(Rule::name).toList());
    }

    @Test
    void everyExampleBeginsWithItsKey() {
        assertThat(Keys.all().stream().flatMap(s -> s.all().stream()))
                .allSatisfy(key ->
                        assertThat(key.example())
                                .satisfiesAnyOf(
                                        e -> assertThat(e).isEmpty(),
                                        e -> assertThat(e).startsWith(key.name() + ": ")));
    }

    static Stream<Map.Entry<String, Keys.Key>> defaults() {
        return Keys.all().stream()
                .filter(s -> FILE.contains("@" + s.title() + "@"))
                .flatMap(s -> s.all().stream().map(key -> Map.entry(s.title(), key)))
                .filter(e -> LITERAL.matcher(e.getValue().fallback()).matches());
    }

    /// A default that is a value of the file's makes no difference when it is written down.
    @ParameterizedTest
    @MethodSource("defaults")
    void theDefaultIsWhatHoldsWithoutTheKey(Map.Entry<String, Keys.Key> entry) throws Exception {
        Keys.Key key = entry.getValue();
        String literal = LITERAL.matcher(key.fallback()).replaceFirst("$1");
        Config without = load("", "");
        assertThat(load(entry.getKey(), key.name() + ": " + literal)).isEqualTo(without);
    }

    @Test
    void manyDefaultsAreTried() {
        assertThat(defaults().map(e -> e.getValue().name()))
                .contains("site", "poll", "cpuLimit", "deadline", "reAlarm", "role", "cost");
    }

    private Config load(String title, String line) throws Exception {
        Path file = folder.resolve("spillway.yaml");
        String text = FILE.replace("@" + title + "@", line).replaceAll("@[A-Za-z ]+@", "");
        Files.writeString(file, text);
        return ConfigFile.load(file, _ -> null);
    }

    @Test
    void theManualsSmallestFileIsFreeOfMistakes() throws Exception {
        List<String> blocks = List.of(Files.readString(GUIDE).split("```yaml\n"));
        Path file = folder.resolve("smallest.yaml");
        Files.writeString(file, blocks.get(1).substring(0, blocks.get(1).indexOf("```")));
        assertThat(ConfigFile.load(file, _ -> null).pools()).hasSize(1);
    }
}
