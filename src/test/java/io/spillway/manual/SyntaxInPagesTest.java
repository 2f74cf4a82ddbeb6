package io.spillway.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines;
import io.spillway.app.cli.CommandLines.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command that a page names in passing is there, with its options.
class SyntaxInPagesTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern REST = Pattern.compile(" {2,}.*| #.*");

    static Stream<Pages.Place> commands() {
        return Pages.all().stream()
                .flatMap(page ->
                        Stream.concat(
                                Pages.spans(page).stream(),
                                Pages.blocks(page).stream()
                                        .flatMap(b -> b.lines().stream())
                                        .filter(l -> l.text().startsWith("spillway "))));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandsAndOptionsAreThere(Pages.Place place) throws Exception {
        String text = REST.matcher(place.text()).replaceFirst("");
        List<String> options =
                OPTION.matcher(text).results().map(MatchResult::group).distinct().toList();
        String known = text.startsWith("spillway") ? help(text, "spillway") : script(text);
        assertThat(options).allSatisfy(o -> assertThat(known).contains(o));
    }

    private static String script(String text) throws Exception {
        Path file = Path.of(text.split(" ", 2)[0]);
        return text.startsWith("packaging/run")
                ? help(text, "packaging/run")
                : Files.readString(file);
    }

    private static String help(String text, String program) {
        List<String> words =
                Arrays.stream(text.substring(program.length()).strip().split("\\s+"))
                        .map(w -> w.replaceAll("[\\[\\]]", ""))
                        .takeWhile(w -> w.matches("[a-z]+"))
                        .toList();
        String[] args = Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new);
        Outcome outcome = CommandLines.run(_ -> null, args);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome.out();
    }
}
