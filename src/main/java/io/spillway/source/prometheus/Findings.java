package io.spillway.source.prometheus;

import io.spillway.fleet.Quality;
import io.spillway.source.Sample;
import io.spillway.source.SourceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What is to be said of a poll that brought something, though not everything.
final class Findings {
    private static final long HIDDEN = 28_000;
    private final String engine;
    private final List<String> sentences = new ArrayList<>();
    private final List<String> outOfRange = new ArrayList<>();
    private final List<String> silentlyLess = new ArrayList<>();
    private boolean late;

    /// @param engine `Prometheus at URL`
    Findings(String engine) {
        this.engine = engine;
    }

    /// Notes queries that failed.
    ///
    /// @throws SourceException if no metric was answered
    void failures(List<ResolvedQuery> queries, Map<String, Outcome> outcomes)
            throws SourceException {
        SourceException first = null;
        boolean answered = false;
        for (ResolvedQuery query : queries) {
            Outcome outcome = outcomes.get(query.value());
            SourceException failure = outcome == null ? null : outcome.failure();
            first = first == null ? failure : first;
            answered |= failure == null;
        }
        if (first != null && !answered) {
            throw first;
        }
        for (Outcome outcome : outcomes.values()) {
            if (outcome.failure() != null) {
                sentences.add(String.valueOf(outcome.failure().getMessage()));
            }
        }
        sentences.sort(null);
    }

    /// Notes a sentence, unless it is empty.
    void also(String sentence) {
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
    }

    /// Notes what the engine itself says is missing.
    void warnings(Collection<Outcome> outcomes) {
        outcomes.stream()
                .flatMap(o -> o.warnings().stream())
                .distinct()
                .sorted()
                .limit(1)
                .map(w -> engine + " warns: " + w + ". Values may be incomplete: see its log.")
                .forEach(sentences::add);
    }

    /// Notes what is wrong with a metric's values.
    void metric(String word, SampleMaker maker) {
        if (maker.outOfRange()) {
            outOfRange.add(word);
        }
        if (maker.silentlyLess()) {
            silentlyLess.add(word);
        }
    }

    /// True if even the newest sample is older than its interval explains.
    boolean ages(List<Sample> samples, MetricAnswers answers, long now) {
        long youngest =
                samples.stream()
                        .filter(s -> s.quality() == Quality.LIVE)
                        .mapToLong(s -> now - s.time())
                        .min()
                        .orElse(0);
        late |= youngest >= HIDDEN && answers.interval() < HIDDEN / 3;
        return youngest > 2 * answers.interval();
    }

    /// Notes whether the engine answered without knowing anything.
    void nothing(boolean nothing) {
        if (nothing && sentences.isEmpty()) {
            sentences.add(
                    engine
                            + " answers but has none of the series asked for: let it scrape"
                            + " node exporter and HAProxy, or name your series under `queries`.");
        }
    }

    /// One sentence, empty if all is well; of several the first, with how many more there are.
    String message() {
        if (!outOfRange.isEmpty()) {
            sentences.add(
                    "%s gives %s outside 0..1: let the query under `queries` answer a share, not percent."
                            .formatted(engine, String.join(" and ", outOfRange)));
        }
        if (late) {
            sentences.add(
                    engine
                            + " hides the newest half minute: if it is VictoriaMetrics, start it"
                            + " with -search.latencyOffset=1s.");
        }
        if (!silentlyLess.isEmpty()) {
            sentences.add(
                    "%s cannot scrape every target, so %s lack their part: look at its targets page."
                            .formatted(engine, String.join(", ", silentlyLess)));
        }
        List<String> distinct = sentences.stream().distinct().toList();
        if (distinct.size() <= 1) {
            return String.join("", distinct);
        }
        return distinct.getFirst() + " (" + (distinct.size() - 1) + " more)";
    }
}
