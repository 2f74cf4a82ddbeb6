package io.spillway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every mistake in a configuration is one line of its own, on the command line too.
class MalformedConfigTest {
    @TempDir Path folder;

    record Case(String name, String file, List<String> lines) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = MalformedConfigTest.class.getResourceAsStream("malformed.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(MalformedConfigTest::read);
        }
    }

    private static Case read(String text) {
        int name = text.indexOf('\n');
        int split = text.lastIndexOf("\n---\n");
        return new Case(
                text.substring(0, name),
                text.substring(name + 1, Math.max(name + 1, split + 1)),
                text.substring(split + 5).lines().toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachMistakeIsOneLine(Case c) throws IOException {
        ConfigFixture fixture = new ConfigFixture(folder);
        Path file = fixture.write(c.file());
        List<String> expected = new ArrayList<>();
        for (String line : c.lines()) {
            expected.add(file + ":" + line.replace("DIR", folder.toString()));
        }

        CommandLines.Outcome outcome =
                CommandLines.run(fixture::environment, "status", "--config", file.toString());

        assertThat(outcome.err().lines()).containsExactlyElementsOf(expected);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).doesNotContain("hunter2", "Exception", "\tat ");
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void aFileThatIsNotThere() {
        Path file = folder.resolve("none.yaml");
        CommandLines.Outcome outcome =
                CommandLines.run(_ -> null, "status", "--config", file.toString());
        assertThat(outcome.err())
                .isEqualTo(
                        file
                                + ":1: there is no such file, expected a configuration;"
                                + " name another with --config, or try --practice\n");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void aFolderInsteadOfAFile() {
        CommandLines.Outcome outcome =
                CommandLines.run(_ -> null, "status", "--config", folder.toString());
        assertThat(outcome.err())
                .isEqualTo(
                        folder
                                + ":1: the file cannot be read, expected a configuration;"
                                + " check that it is a file and may be read\n");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, "site: a\npoll: 1s # schön\n".getBytes(StandardCharsets.ISO_8859_1));
        CommandLines.Outcome outcome =
                CommandLines.run(_ -> null, "status", "--config", file.toString());
        assertThat(outcome.err())
                .isEqualTo(
                        file
                                + ":2: bytes that are no UTF-8, expected text in UTF-8;"
                                + " save the file in that encoding\n");
    }
}
