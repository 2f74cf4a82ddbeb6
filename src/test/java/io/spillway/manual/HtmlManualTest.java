package io.spillway.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages that packages carry hang together.
class HtmlManualTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|url)=\"?([^\";> ]+)\"");

    @TempDir Path out;

    @Test
    void everyLinkLeadsSomewhereInThePackage() throws IOException {
        HtmlManual.write(Path.of(""), out);
        List<Path> pages;
        try (Stream<Path> files = Files.walk(out)) {
            pages = files.filter(f -> f.toString().endsWith(".html")).toList();
        }
        assertThat(pages).hasSizeGreaterThan(60);
        assertThat(pages)
                .allSatisfy(page -> {
                    LINK.matcher(Files.readString(page))
                            .results()
                            .map(m -> m.group(1))
                            .filter(to -> !to.contains("://"))
                            .forEach(to -> leads(page, to));
                });
        assertThat(out.resolve("screens.board.html")).content().contains("screens.html#board");
        assertThat(out.resolve("manual.css")).content().contains("--sw-bg: #", "dark");
    }

    private static void leads(Path page, String to) {
        String[] parts = to.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        assertThat(Files.isRegularFile(target)).as("%s in %s", to, page).isTrue();
        if (parts.length > 1) {
            try {
                assertThat(Files.readString(target))
                        .as("%s in %s", to, page)
                        .contains("id=\"" + parts[1] + "\"");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
