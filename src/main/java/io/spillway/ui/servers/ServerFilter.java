package io.spillway.ui.servers;

import io.spillway.fleet.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is typed above the table: words that must all hold. `pool:web`, `state:drain` and
/// `server:web-001,web-002` look at one column, `cpu>60` compares, any other word is part of a
/// name.
final class ServerFilter {
    private static final Pattern COMPARE =
            Pattern.compile("(cpu|requests|inflight|queue|latency|errors)([<>])(\\d+(?:\\.\\d+)?)");

    private record Scale(Metric metric, double factor) {}

    private static final Map<String, Scale> SCALES =
            Map.of(
                    "cpu", new Scale(Metric.CPU, 100),
                    "requests", new Scale(Metric.REQUESTS, 1),
                    "inflight", new Scale(Metric.IN_FLIGHT, 1),
                    "queue", new Scale(Metric.QUEUE, 1),
                    "latency", new Scale(Metric.LATENCY, 1000),
                    "errors", new Scale(Metric.ERRORS, 100));

    private final List<Word> words;

    private ServerFilter(List<Word> words) {
        this.words = words;
    }

    /// One condition on the server at a place.
    private interface Word {
        boolean holds(FactsReader reader, int i);
    }

    /// Reads a filter; every text is one, the empty text lets all pass.
    static ServerFilter parse(String text) {
        List<Word> all = new ArrayList<>();
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!word.isEmpty()) {
                all.add(word(word));
            }
        }
        return new ServerFilter(all);
    }

    /// Which servers of a Picture pass, by their places.
    IntPredicate on(FactsReader reader) {
        return i -> {
            for (Word word : words) {
                if (!word.holds(reader, i)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Word word(String word) {
        Matcher m = COMPARE.matcher(word);
        if (m.matches()) {
            Scale scale = SCALES.getOrDefault(m.group(1), new Scale(Metric.CPU, 100));
            double bound = Double.parseDouble(m.group(3));
            boolean above = m.group(2).equals(">");
            return (reader, i) -> {
                double value = reader.value(scale.metric(), i) * scale.factor();
                return above ? value > bound : value < bound;
            };
        }
        if (word.startsWith("pool:")) {
            String pool = word.substring(5);
            return (reader, i) -> lower(reader.servers().get(i).pool()).startsWith(pool);
        }
        if (word.startsWith("state:")) {
            String state = word.substring(6);
            return (reader, i) -> reader.facts(i).state().has(state);
        }
        if (word.startsWith("server:")) {
            Set<String> names = Set.copyOf(List.of(word.substring(7).split(",")));
            return (reader, i) -> names.contains(lower(reader.servers().get(i).name()));
        }
        return (reader, i) -> lower(reader.servers().get(i).name()).contains(word);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
