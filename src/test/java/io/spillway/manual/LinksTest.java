package io.spillway.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every link inside the project leads somewhere.
class LinksTest {
    static Stream<Path> pages() {
        return Pages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        assertThat(Pages.links(page).stream().filter(l -> !l.text().contains("://")))
                .allSatisfy(LinksTest::leads);
    }

    private static void leads(Pages.Place link) {
        String[] parts = link.text().split("#", 2);
        Path target =
                parts[0].isEmpty() ? link.page() : link.page().resolveSibling(parts[0]).normalize();
        assertThat(Files.exists(target)).as("%s", link).isTrue();
        if (parts.length > 1) {
            assertThat(Pages.anchors(target)).as("%s", link).contains(parts[1]);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsLinkedFromAnother(Path page) {
        Path wanted = page.toAbsolutePath().normalize();
        if (page.endsWith("README.md") && page.getNameCount() == 1) {
            return;
        }
        assertThat(
                        Pages.all().stream()
                                .filter(other -> !other.equals(page))
                                .flatMap(other -> Pages.links(other).stream())
                                .map(l ->
                                        l.page()
                                                .toAbsolutePath()
                                                .resolveSibling(l.text().split("#", 2)[0])
                                                .normalize()))
                .as("links to %s", page)
                .anyMatch(t -> t.equals(wanted) || (wanted.startsWith(t) && Files.isDirectory(t)));
    }
}
