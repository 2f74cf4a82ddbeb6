package io.spillway.source.prometheus;

import io.spillway.fleet.Metric;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Learns how often the engine scrapes: beside the polls, because a large fleet's targets take
/// longer than a poll may. What cannot be learnt is left out; the polls themselves report trouble.
final class ScrapeLearner {
    private static final Duration AGAIN = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final long BUDGET = 32 << 20;

    private final PrometheusApi api;
    private final Map<Metric, MetricQuery> queries;
    private final ExecutorService executor;
    private Scraping learnt = new Scraping(Map.of(), Map.of());
    private @Nullable Future<Scraping> running;
    private Instant started = Instant.MIN;
    private boolean hurry;

    ScrapeLearner(PrometheusApi api, Map<Metric, MetricQuery> queries, ExecutorService executor) {
        this.api = api;
        this.queries = queries;
        this.executor = executor;
    }

    /// What is known now. Waits for the first lesson, for half the time there is.
    Scraping scraping(Instant now, Deadline deadline) throws InterruptedException {
        boolean first = started.equals(Instant.MIN);
        Instant due = first ? now : started.plus(pause());
        if (running == null && !now.isBefore(due)) {
            started = now;
            hurry = false;
            running = executor.submit(this::learn);
        }
        Future<Scraping> lesson = running;
        if (lesson != null && (first || lesson.isDone())) {
            collect(lesson, first ? deadline.left() / 2 : 0);
        }
        return learnt;
    }

    /// An engine that has just started knows no targets yet.
    private Duration pause() {
        return learnt.intervals().isEmpty() ? AT_ONCE : hurry ? SOON : AGAIN;
    }

    /// Learns again soon: what is known does not fit what is seen.
    void hurry() {
        hurry = true;
    }

    private void collect(Future<Scraping> lesson, long nanos) throws InterruptedException {
        try {
            learnt = lesson.get(nanos, TimeUnit.NANOSECONDS).orElse(learnt);
            running = null;
        } catch (ExecutionException e) {
            running = null;
        } catch (TimeoutException e) {
            // Still at it: the next poll looks again.
        }
    }

    private Scraping learn() {
        Deadline deadline = Deadline.in(AT_MOST);
        Map<String, Long> intervals = new HashMap<>();
        try {
            intervals.putAll(api.scrapeIntervals(deadline, new AtomicLong(BUDGET)));
        } catch (IOException | JacksonException e) {
            // Many engines have no targets of their own.
        }
        if (intervals.isEmpty()) {
            intervals.putAll(fromSampleTimes(deadline));
        }
        Map<Metric, Set<String>> jobs = new EnumMap<>(Metric.class);
        queries.forEach((metric, query) -> {
            try {
                jobs.put(metric, jobs(query.query(), deadline));
            } catch (IOException | JacksonException e) {
                // The engine cannot tell: all its jobs count.
            }
        });
        return new Scraping(intervals, jobs);
    }

    private Set<String> jobs(String query, Deadline deadline) throws IOException {
        String series = String.join(" or ", Selectors.in(query));
        String byJob = "count by (job) (" + series + ")";
        return api.query(byJob, null, deadline, new AtomicLong(BUDGET)).series().stream()
                .map(s -> s.labels().getOrDefault("job", ""))
                .filter(job -> !job.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The usual distance between the samples of one target of each job, to a tenth of a second.
    private Map<String, Long> fromSampleTimes(Deadline deadline) {
        String instances =
                ask("topk by (job) (1, timestamp(up))", deadline).stream()
                        .map(s -> s.labels().getOrDefault("instance", ""))
                        .distinct()
                        .map(i -> i.replaceAll("[^A-Za-z0-9_-]", "."))
                        .collect(Collectors.joining("|"));
        Map<Map<String, String>, List<Series>> targets =
                ask("up{instance=~\"" + instances + "\"}[5m]", deadline).stream()
                        .collect(Collectors.groupingBy(Series::labels));
        Map<String, Long> intervals = new HashMap<>();
        targets.forEach((labels, points) -> {
            long[] gaps = gaps(points);
            if (gaps.length > 0) {
                String job = labels.getOrDefault("job", "");
                intervals.merge(job, gaps[gaps.length / 2], Math::max);
            }
        });
        return intervals;
    }

    private static long[] gaps(List<Series> points) {
        long[] gaps = new long[points.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            long gap = points.get(i + 1).time() - points.get(i).time();
            gaps[i] = Math.max(100, (gap + 50) / 100 * 100);
        }
        Arrays.sort(gaps);
        return gaps;
    }

    private List<Series> ask(String query, Deadline deadline) {
        try {
            return api.query(query, null, deadline, new AtomicLong(BUDGET)).series();
        } catch (IOException | JacksonException e) {
            return List.of();
        }
    }
}
