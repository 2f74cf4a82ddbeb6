package io.spillway.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Makes the manual that packages carry: HTML out of docs. Run from its source by packaging, with
/// the root of the sources and the folder to write.
final class HtmlManual {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Pattern COLOUR = Pattern.compile("-(sw-[\\w-]+): ([^;]+);");

    /// Pages whose sections help opens: few programs that open a page go to a place in it.
    private static final List<String> SECTIONED = List.of("screens.md", "alarms-what-to-do.md");

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>@TITLE@ – Spillway</title>
            <link rel="stylesheet" href="@UP@manual.css">
            </head>
            <body>
            <nav><a href="@UP@index.html">Manual</a></nav>
            <main>
            @TEXT@</main>
            </body>
            </html>
            """;

    private static final String AWAY =
            """
            <!DOCTYPE html>
            <meta charset="utf-8">
            <title>Spillway</title>
            <meta http-equiv="refresh" content="0; url=@TO@">
            <a href="@TO@">@TO@</a>
            """;

    private final Path docs;
    private final Path styles;
    private final Path out;

    private HtmlManual(Path root, Path out) {
        docs = root.resolve("docs");
        styles = root.resolve("styles");
        this.out = out;
    }

    /// Writes the manual.
    ///
    /// @param args the root of the sources, and the folder to write
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Path.of(args[1]));
    }

    static void write(Path root, Path out) throws IOException {
        HtmlManual manual = new HtmlManual(root, out);
        try (Stream<Path> files = Files.walk(manual.docs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                manual.add(file);
            }
        }
        Files.writeString(out.resolve("manual.css"), manual.style());
    }

    private void add(Path file) throws IOException {
        Path place = docs.relativize(file);
        Path target = out.resolve(html(place.toString()));
        Files.createDirectories(target.resolveSibling("."));
        if (file.toString().endsWith(".md")) {
            page(file, place, target);
        } else {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void page(Path file, Path place, Path target) throws IOException {
        Node page = Parser.builder().extensions(TABLES).build().parse(Files.readString(file));
        page.accept(new Links());
        String up = "../".repeat(place.getNameCount() - 1);
        List<String> headings = Headings.of(page);
        Files.writeString(
                target,
                PAGE.replace("@TITLE@", headings.getFirst())
                        .replace("@UP@", up)
                        .replace("@TEXT@", renderer().render(page)));
        if (SECTIONED.contains(place.toString())) {
            for (String heading : headings.subList(1, headings.size())) {
                String anchor = Pages.anchor(heading);
                String name = target.getFileName().toString();
                Files.writeString(
                        target.resolveSibling(name.replace(".html", "." + anchor + ".html")),
                        AWAY.replace("@TO@", name + "#" + anchor));
            }
        }
    }

    private static HtmlRenderer renderer() {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .attributeProviderFactory(_ -> HtmlManual::anchor)
                .build();
    }

    private static void anchor(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", Pages.anchor(Headings.text(heading)));
        }
    }

    /// Where a page or a picture lies beside the others.
    private static String html(String path) {
        return path.replaceFirst("README\\.md", "index.html").replaceFirst("\\.md", ".html");
    }

    /// Night and day are those of the console.
    private String style() throws IOException {
        return ":root {\n%s}\n@media (prefers-color-scheme: dark) {\n:root {\n%s}\n}\n%s"
                .formatted(
                        colours("tokens-day.css"),
                        colours("tokens-night.css"),
                        Files.readString(docs.resolve("manual.css")));
    }

    private String colours(String tokens) throws IOException {
        return COLOUR.matcher(Files.readString(styles.resolve(tokens)))
                .results()
                .map(m -> "  --%s: %s;\n".formatted(m.group(1), m.group(2)))
                .collect(Collectors.joining());
    }

    /// Links lead to pages as they are named here; what lies outside of docs is only named.
    private static final class Links extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            String to = link.getDestination();
            if (to.startsWith("../packaging/")) {
                while (link.getFirstChild() != null) {
                    link.insertBefore(link.getFirstChild());
                }
                link.unlink();
                return;
            }
            if (!to.contains("://")) {
                link.setDestination(html(to));
            }
        }
    }

    private static final class Headings extends AbstractVisitor {
        private final StringBuilder said = new StringBuilder();

        /// The texts of a page's headings, in order.
        static List<String> of(Node page) {
            return Stream.iterate(page.getFirstChild(), n -> n != null, Node::getNext)
                    .filter(Heading.class::isInstance)
                    .map(Headings::text)
                    .toList();
        }

        static String text(Node heading) {
            Headings one = new Headings();
            heading.accept(one);
            return one.said.toString();
        }

        @Override
        public void visit(Text text) {
            said.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            said.append(code.getLiteral());
        }
    }
}
