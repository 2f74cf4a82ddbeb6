package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the style sheets and screens promise of their form.
class StylesTest {
    private static final Pattern LITERAL =
            Pattern.compile(
                    "#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsba?\\(|:\\s*(white|black|red|gr[ae]y)\\b");
    private static final Pattern SIZE = Pattern.compile("-fx-font-size:\\s*(\\d+)");
    private static final Set<String> SIZES = Set.of("12", "13", "17", "24");

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(f -> f.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void coloursStandInTokenFilesOnly() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("styles", ".css")) {
            if (!file.getFileName().toString().startsWith("tokens-")) {
                find(file, LITERAL, found);
            }
        }
        for (Path file : files("fxml", ".fxml")) {
            find(file, LITERAL, found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void codeSetsNoStyles() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main/java/io/spillway/ui", ".java")) {
            find(file, Pattern.compile("\\.setStyle\\(|Color\\.(web|valueOf)\\("), found);
        }
        for (Path file : files("fxml", ".fxml")) {
            find(file, Pattern.compile("\\sstyle=\""), found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void ourSheetsUseFourSizesOfType() throws IOException {
        for (Path file : files("styles", ".css")) {
            if (file.endsWith("plot.css")) {
                continue;
            }
            SIZE.matcher(Files.readString(file))
                    .results()
                    .forEach(m -> assertThat(SIZES).as(file.toString()).contains(m.group(1)));
        }
    }

    @Test
    void filesStaySmall() throws IOException {
        for (Path file : files("styles", ".css")) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(300);
        }
        for (Path file : files("fxml", ".fxml")) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(150);
        }
    }

    private static void find(Path file, Pattern what, List<String> found) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (what.matcher(lines.get(i)).find()) {
                found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
            }
        }
    }
}
