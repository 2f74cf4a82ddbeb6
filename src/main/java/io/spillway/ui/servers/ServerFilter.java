package io.spillway.ui.servers;

import io.spillway.fleet.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is typed above the table: words that must all hold. `pool:web` and `state:drain` look at
/// one column, `cpu>60` compares, any other word is part of a name.
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

    private ServerFilter() {}

    /// Reads a filter; every text is one, the empty text lets all pass.
    static Predicate<ServerFacts> parse(String text) {
        List<Predicate<ServerFacts>> all = new ArrayList<>();
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!word.isEmpty()) {
                all.add(word(word));
            }
        }
        return facts -> all.stream().allMatch(p -> p.test(facts));
    }

    private static Predicate<ServerFacts> word(String word) {
        Matcher m = COMPARE.matcher(word);
        if (m.matches()) {
            Scale scale = SCALES.getOrDefault(m.group(1), new Scale(Metric.CPU, 100));
            double bound = Double.parseDouble(m.group(3));
            boolean above = m.group(2).equals(">");
            return f -> {
                double value = f.value(scale.metric()) * scale.factor();
                return above ? value > bound : value < bound;
            };
        }
        if (word.startsWith("pool:")) {
            String pool = word.substring(5);
            return f -> lower(f.server().pool()).startsWith(pool);
        }
        if (word.startsWith("state:")) {
            String state = word.substring(6);
            return f -> f.state().has(state);
        }
        return f -> lower(f.server().name()).contains(word);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
