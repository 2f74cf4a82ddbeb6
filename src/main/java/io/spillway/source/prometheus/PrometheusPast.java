package io.spillway.source.prometheus;

import io.spillway.fleet.Metric;
import io.spillway.source.PastSource.Question;
import io.spillway.source.PastSource.Sink;
import io.spillway.source.SourceException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Asks the engine for the past, by range queries made of the polls' own. Holds no state.
final class PrometheusPast {
    /// For one question, however short the deadline of polls is.
    private static final Duration AT_LEAST = Duration.ofSeconds(30);

    private static final long BUDGET = 256 << 20;

    /// Two samples a minute apart are always within.
    private static final long UNKNOWN_WINDOW = 150_000;

    /// Rates need two samples in their window: where there is nothing, the samples may be farther
    /// apart than the engine's intervals of today explain.
    private static final int[] WIDER = {1, 5, 20};

    private final PrometheusApi api;
    private final Trouble trouble;
    private final Map<Metric, MetricQuery> queries;
    private final Duration deadline;

    PrometheusPast(PrometheusApi api, Trouble trouble, PrometheusSettings settings) {
        this.api = api;
        this.trouble = trouble;
        this.queries = settings.allQueries();
        this.deadline = settings.access().deadline().multipliedBy(10);
    }

    /// Asks one question.
    ///
    /// @param scraping what the polls have learnt
    /// @param ahead how far the engine's clock is ahead of the desk's, milliseconds
    void ask(Question question, Scraping scraping, long ahead, Sink sink) throws SourceException {
        MetricQuery query = queries.get(question.metric());
        if (query == null) {
            return;
        }
        long start = question.start() + Math.round(ahead / 1000.0) * 1000;
        long window = window(question.metric(), scraping);
        Deadline until = Deadline.in(deadline.compareTo(AT_LEAST) < 0 ? AT_LEAST : deadline);
        try {
            for (int times : WIDER) {
                long wide = Math.max(2 * question.step(), window) * times;
                String text = text(question, query, wide);
                int series = api.range(text, question, start, until, new AtomicLong(BUDGET), sink);
                if (series > 0 || !query.query().contains("{{window}}")) {
                    return;
                }
            }
        } catch (IOException | JacksonException e) {
            throw trouble.exception("the past of " + word(question.metric()), e);
        }
    }

    /// What is scraped by no job of today was scraped nobody knows how often.
    private static long window(Metric metric, Scraping scraping) {
        boolean unknown = scraping.intervals().isEmpty() || scraping.jobless(metric);
        return unknown ? UNKNOWN_WINDOW : scraping.window(metric);
    }

    private static String text(Question question, MetricQuery query, long window) {
        String value = ResolvedQuery.of(question.metric(), query, window).value();
        return question.summed() ? "sum by (proxy) (" + value + ")" : value;
    }

    private static String word(Metric metric) {
        return new ResolvedQuery(metric, "", "").word();
    }

    /// Milliseconds that a clock is ahead, as far as known.
    static long ahead(@Nullable Duration skew) {
        return skew == null ? 0 : skew.toMillis();
    }
}
