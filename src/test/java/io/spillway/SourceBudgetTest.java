package io.spillway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps files short, colours in the token files and leftovers out.
class SourceBudgetTest {
    private static final Pattern COLOUR =
            Pattern.compile(
                    "#[0-9a-fA-F]{3,8}\\b|Color\\.(web|rgb|hsb|valueOf|[A-Z]{3,})|\\brgba?\\(");
    // Spelled in parts so that this file does not find itself.
    private static final Pattern LEFT_OVER = Pattern.compile("TO" + "DO|FIX" + "ME|XX" + "X");

    private static Stream<Path> java() {
        return Stream.concat(SourceFiles.main(), SourceFiles.under("src/test/java", ".java"));
    }

    @Test
    void filesStayShort() {
        assertThat(longerThan(java(), 350)).isEmpty();
        assertThat(longerThan(SourceFiles.under("fxml", ".fxml"), 150)).isEmpty();
        assertThat(longerThan(SourceFiles.under("styles", ".css"), 300)).isEmpty();
    }

    @Test
    void mostFilesAreShorterStill() {
        long all = SourceFiles.main().count();
        assertThat(longerThan(SourceFiles.main(), 200).size()).isLessThanOrEqualTo((int) all / 10);
        List<Integer> sizes =
                SourceFiles.main().map(f -> SourceFiles.lines(f).size()).sorted().toList();
        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(90);
    }

    private static List<String> longerThan(Stream<Path> files, int lines) {
        return files.filter(f -> SourceFiles.lines(f).size() > lines)
                .map(f -> f + ": " + SourceFiles.lines(f).size())
                .toList();
    }

    @Test
    void coloursStandInTheTokenFilesOnly() {
        Stream<Path> files =
                Stream.of(
                                SourceFiles.main(),
                                SourceFiles.under("fxml", ".fxml"),
                                SourceFiles.under("styles", ".css"))
                        .flatMap(s -> s);
        assertThat(
                        files.filter(f -> !f.getFileName().toString().startsWith("tokens-"))
                                .flatMap(f -> matches(f, COLOUR)))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(java().flatMap(f -> matches(f, LEFT_OVER))).isEmpty();
    }

    @Test
    void testsWaitForEventsNotForTheClock() {
        Pattern sleep = Pattern.compile("Thread" + "\\.sleep|@Dis" + "abled");
        assertThat(SourceFiles.under("src/test/java", ".java").flatMap(f -> matches(f, sleep)))
                .isEmpty();
    }

    @Test
    void javaSetsNoInlineStyle() {
        assertThat(SourceFiles.main().flatMap(f -> matches(f, Pattern.compile("\\.setStyle\\("))))
                .isEmpty();
    }

    private static Stream<String> matches(Path file, Pattern pattern) {
        return SourceFiles.lines(file).stream()
                .filter(line -> pattern.matcher(line).find())
                .map(line -> file + ": " + line.strip());
    }
}
