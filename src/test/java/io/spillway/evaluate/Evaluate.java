package io.spillway.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// `packaging/evaluate DIR [--json] [--only NAME] [--seed N]`: prints the tables; ends with 1 if a
/// figure misses its bound, with 2 if it was called wrongly.
public final class Evaluate {
    /// Every table, in the order in which they are printed.
    private static final List<Section> SECTIONS =
            List.of(
                    new CapacitySection(),
                    new PlannerSection(),
                    new WhoSection(),
                    new WorldCupSection(),
                    new ReferenceOutageSection(),
                    new ForecastSection(),
                    new ReferenceForecastSection(),
                    new MicrosoftSection(),
                    new NabSection());

    private Evaluate() {}

    /// Runs it.
    public static void main(String[] args) {
        try {
            System.exit(run(new ArrayList<>(List.of(args))) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println("packaging/evaluate: " + e.getMessage());
        } catch (NoSuchFileException e) {
            System.err.println(
                    "packaging/evaluate: "
                            + e.getFile()
                            + " is not there: give the folder with the public series, or choose a"
                            + " table that needs less with --only");
        } catch (IOException e) {
            System.err.println("packaging/evaluate: a series cannot be read: " + e);
        }
        System.exit(2);
    }

    /// Prints the tables.
    ///
    /// @return whether every bound holds
    /// @throws IllegalArgumentException if the words are wrong; its message is for people
    private static boolean run(List<String> words) throws IOException {
        boolean json = words.remove("--json");
        String only = option(words, "--only", "");
        long seed = seed(option(words, "--seed", "1"));
        List<Section> sections =
                SECTIONS.stream().filter(s -> only.isEmpty() || s.name().equals(only)).toList();
        if (sections.isEmpty()) {
            throw new IllegalArgumentException(
                    "--only %s names no table: take one of %s"
                            .formatted(
                                    only,
                                    SECTIONS.stream()
                                            .map(Section::name)
                                            .collect(Collectors.joining(", "))));
        }
        Path folder = folder(words);
        boolean holds = true;
        for (Section section : sections) {
            for (Row row : section.run(folder, seed, true)) {
                System.out.println(json ? json(row, seed) : text(row));
                holds &= row.holds();
            }
        }
        return holds;
    }

    private static Path folder(List<String> words) {
        if (words.size() != 1 || words.getFirst().startsWith("-")) {
            throw new IllegalArgumentException(
                    "usage: packaging/evaluate DIR [--json] [--only NAME] [--seed N], DIR being the"
                            + " folder with the public series");
        }
        Path folder = Path.of(words.getFirst());
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder + " is no folder: give the one with the public series");
        }
        return folder;
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed takes a whole number", e);
        }
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 >= words.size()) {
            throw new IllegalArgumentException(name + " needs a value after it");
        }
        words.remove(at);
        return words.remove(at);
    }

    private static String json(Row row, long seed) {
        var node = JsonMapper.shared().createObjectNode();
        node.put("section", row.section()).put("measure", row.measure()).put("seed", seed);
        node.put("value", row.value()).put("unit", row.unit());
        if (!Double.isNaN(row.bound())) {
            node.put(row.atMost() ? "atMost" : "atLeast", row.bound()).put("holds", row.holds());
        }
        return node.toString();
    }

    private static String text(Row row) {
        String bound =
                Double.isNaN(row.bound())
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%s %.4g  %s",
                                row.atMost() ? "at most" : "at least",
                                row.bound(),
                                row.holds() ? "holds" : "MISSED");
        return String.format(
                Locale.ROOT,
                "%-12s %-56s %10.4g %-4s %s",
                row.section(),
                row.measure(),
                row.value(),
                row.unit(),
                bound);
    }
}
