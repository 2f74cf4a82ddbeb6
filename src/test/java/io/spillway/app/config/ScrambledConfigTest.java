package io.spillway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands in a file, it is read or its mistakes are told line by line.
class ScrambledConfigTest {
    private static final int SCRAMBLES = 150;
    private static final String PIECES = ":-[]{}\"'\n\t #&*!|>%@`,?\u0000\u2028é0a/\\$";

    @TempDir Path folder;

    @RepeatedTest(4)
    void noTextIsTooStrange(RepetitionInfo repetition) throws IOException {
        long seed = repetition.getCurrentRepetition();
        SplittableRandom random = new SplittableRandom(seed);
        ConfigFixture fixture = new ConfigFixture(folder);
        List<String> texts = MalformedConfigTest.cases().map(c -> c.file()).toList();
        for (int i = 0; i < SCRAMBLES; i++) {
            String text = scrambled(texts.get(random.nextInt(texts.size())), random);
            Path file = fixture.write(text);
            try {
                ConfigFile.load(file, fixture::environment);
            } catch (ConfigException e) {
                assertThat(e.lines())
                        .as("seed %d, text <%s>", seed, text)
                        .isNotEmpty()
                        .allSatisfy(line -> told(line, file, text));
            }
        }
    }

    private static void told(String line, Path file, String text) {
        assertThat(line).startsWith(file + ":").doesNotContain("\n");
        String[] parts = line.substring(file.toString().length() + 1).split(":", 2);
        assertThat(Integer.parseInt(parts[0])).isBetween(1, 2 + (int) text.lines().count());
        assertThat(parts[1]).contains(", expected ", "; ");
    }

    private static String scrambled(String text, SplittableRandom random) {
        StringBuilder scrambled = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(scrambled.length() + 1);
            if (random.nextBoolean() || at == scrambled.length()) {
                scrambled.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
            } else {
                int end = Math.min(scrambled.length(), at + 1 + random.nextInt(8));
                scrambled.delete(at, end);
            }
        }
        return scrambled.toString();
    }
}
