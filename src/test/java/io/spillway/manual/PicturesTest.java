package io.spillway.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every picture of the manual is one that `packaging/pictures` draws, and is shown somewhere.
class PicturesTest {
    private static final Pattern DRAWN = Pattern.compile("(?m)^(?:draw|scene) \\S+ (\\S+)");

    @Test
    void picturesShownAreThoseThatAreDrawn() throws IOException {
        Set<String> drawn =
                DRAWN.matcher(Files.readString(Path.of("packaging/pictures")))
                        .results()
                        .map(m -> m.group(1) + ".png")
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown =
                Pages.all().stream()
                        .flatMap(page -> Pages.links(page).stream())
                        .map(Pages.Place::text)
                        .filter(link -> link.endsWith(".png"))
                        .map(link -> link.substring(link.lastIndexOf('/') + 1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(drawn);
        try (Stream<Path> files = Files.list(Path.of("docs/pictures"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(drawn);
        }
    }
}
