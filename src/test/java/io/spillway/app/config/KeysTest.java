package io.spillway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The manual and the reader know the same keys.
class KeysTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w-]+)` \\| (.*) \\|$");
    private static final Path MANUAL = Path.of("docs/configuration.md");

    static Stream<Keys.Section> sections() {
        return Keys.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void theManualDescribesEveryKeyAndNoOther(Keys.Section section) throws IOException {
        String text = section(section.title());
        List<String> keys = ROW.matcher(text).results().map(m -> m.group(1)).toList();
        assertThat(keys).containsExactlyElementsOf(section.keys());
        ROW.matcher(text)
                .results()
                .forEach(row -> assertThat(row.group(2).split(" \\| ")).hasSize(3));
    }

    private static String section(String title) throws IOException {
        String all = Files.readString(MANUAL);
        int begin = all.indexOf("\n## " + title + "\n");
        assertThat(begin).as("heading %s", title).isNotNegative();
        int end = all.indexOf("\n## ", begin + 1);
        return all.substring(begin, end < 0 ? all.length() : end);
    }

    @Test
    void theManualsSmallestFileIsFreeOfMistakes() throws Exception {
        String all = Files.readString(MANUAL);
        String smallest = all.substring(all.indexOf("```yaml\n") + 8);
        Path file = Files.createTempFile("smallest", ".yaml");
        Files.writeString(file, smallest.substring(0, smallest.indexOf("```")));
        assertThat(ConfigFile.load(file, _ -> null).pools()).hasSize(1);
        Files.delete(file);
    }
}
