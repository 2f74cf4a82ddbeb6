package io.spillway.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The pages of the manual, and what stands in them.
public final class Pages {
    private static final Pattern FENCE = Pattern.compile("^\\s*```.*");
    private static final Pattern REASON =
            Pattern.compile("^\\s*<!-- (?:cannot run here|synopsis): (.+) -->$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)$");
    private static final Pattern SPAN = Pattern.compile("`((?:spillway|packaging/\\w+) [^`]+)`");

    private Pages() {}

    /// A place in a page.
    ///
    /// @param line from 1
    record Place(Path page, int line, String text) {
        @Override
        public String toString() {
            return page.getFileName() + ":" + line + " " + text;
        }
    }

    /// What stands between two fences.
    ///
    /// @param reason why it is not run as it stands; empty if it is
    record Block(Place place, String reason, List<Place> lines) {}

    /// README and all of docs.
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), files)
                    .filter(f -> f.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> blocks(Path page) {
        List<Block> all = new ArrayList<>();
        List<Place> lines = places(page);
        for (int i = 0; i < lines.size(); i++) {
            if (FENCE.matcher(lines.get(i).text()).matches()) {
                int begin = i;
                List<Place> inside = new ArrayList<>();
                while (!FENCE.matcher(lines.get(++i).text()).matches()) {
                    inside.add(lines.get(i));
                }
                String before = begin == 0 ? "" : lines.get(begin - 1).text();
                Matcher reason = REASON.matcher(before);
                all.add(
                        new Block(
                                lines.get(begin), reason.matches() ? reason.group(1) : "", inside));
            }
        }
        return all;
    }

    /// Targets of links, without those in fenced blocks.
    static List<Place> links(Path page) {
        return matches(page, LINK);
    }

    /// Commands in the middle of a sentence.
    static List<Place> spans(Path page) {
        return matches(page, SPAN);
    }

    private static List<Place> matches(Path page, Pattern pattern) {
        List<Place> all = new ArrayList<>();
        for (Place line : prose(page)) {
            pattern.matcher(line.text())
                    .results()
                    .forEach(m -> all.add(new Place(page, line.line(), m.group(1))));
        }
        return all;
    }

    /// The anchors of its headings, made as repository sites make them.
    public static List<String> anchors(Path page) {
        return prose(page).stream()
                .map(line -> HEADING.matcher(line.text()))
                .filter(Matcher::matches)
                .map(m -> anchor(m.group(1)))
                .toList();
    }

    /// The anchor of a heading.
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static List<Place> prose(Path page) {
        List<Place> prose = new ArrayList<>();
        boolean fenced = false;
        for (Place line : places(page)) {
            if (FENCE.matcher(line.text()).matches()) {
                fenced = !fenced;
            } else if (!fenced) {
                prose.add(line);
            }
        }
        return prose;
    }

    private static List<Place> places(Path page) {
        try {
            List<String> lines = Files.readAllLines(page);
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                places.add(new Place(page, i + 1, lines.get(i)));
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
