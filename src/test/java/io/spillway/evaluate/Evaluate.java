package io.spillway.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/// `packaging/evaluate DIR [--json] [--only NAME] [--seed N]`: prints the tables; ends with 1 if a
/// figure misses its bound, with 2 if it was called wrongly.
public final class Evaluate {
    /// Every table, in the order in which they are printed.
    private static final List<Section> SECTIONS =
            List.of(
                    new CapacitySection(),
                    new WhoSection(),
                    new WorldCupSection(),
                    new ReferenceOutageSection(),
                    new ForecastSection(),
                    new ReferenceForecastSection(),
                    new MicrosoftSection(),
                    new NabSection());

    private Evaluate() {}

    /// Runs it.
    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(List.of(args));
        boolean json = words.remove("--json");
        String only = option(words, "--only", "");
        long seed = Long.parseLong(option(words, "--seed", "1"));
        if (words.size() != 1 || !Files.isDirectory(Path.of(words.getFirst()))) {
            System.err.println(
                    "usage: packaging/evaluate DIR [--json] [--only NAME] [--seed N], DIR being the"
                            + " folder with the public series");
            System.exit(2);
        }
        List<Row> rows = new ArrayList<>();
        for (Section section : SECTIONS) {
            if (only.isEmpty() || section.name().equals(only)) {
                List<Row> more = section.run(Path.of(words.getFirst()), seed, true);
                more.forEach(row -> System.out.println(json ? json(row, seed) : text(row)));
                rows.addAll(more);
            }
        }
        System.exit(rows.stream().allMatch(Row::holds) ? 0 : 1);
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return otherwise;
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
