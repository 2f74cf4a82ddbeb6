package io.spillway.source.prometheus;

import io.spillway.fleet.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What was learnt of how the engine scrapes.
///
/// @param intervals longest scrape interval of each job, milliseconds
/// @param jobs which jobs give the series that a metric's query reads; a metric is left out where
///   the engine cannot tell
record Scraping(Map<String, Long> intervals, Map<Metric, Set<String>> jobs) {
    /// What most set-ups use, for engines that do not tell.
    private static final long USUAL = 15_000;

    private static final long SHORTEST_WINDOW = 5000;

    /// This, with what is missing in it taken from an earlier lesson.
    Scraping orElse(Scraping earlier) {
        Map<Metric, Set<String>> merged = new EnumMap<>(Metric.class);
        merged.putAll(earlier.jobs);
        jobs.forEach((metric, of) -> merged.merge(metric, of, (a, b) -> b.isEmpty() ? a : b));
        return new Scraping(intervals.isEmpty() ? earlier.intervals : intervals, merged);
    }

    /// True if no job gave a metric when it was asked: since then one may.
    boolean jobless(Metric metric) {
        return jobs.containsKey(metric) && jobs(metric).isEmpty();
    }

    /// Jobs that give a metric; empty if unknown.
    Set<String> jobs(Metric metric) {
        return jobs.getOrDefault(metric, Set.of());
    }

    /// Milliseconds between samples of a metric: of its jobs, the one scraped least often.
    long interval(Metric metric) {
        Set<String> of = jobs(metric);
        return intervals.entrySet().stream()
                .filter(e -> of.isEmpty() || of.contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(USUAL);
    }

    /// Milliseconds over which rates of any series are taken.
    long window() {
        long longest = intervals.values().stream().mapToLong(i -> i).max().orElse(USUAL);
        return Math.max(SHORTEST_WINDOW, 4 * longest);
    }

    /// Milliseconds over which rates of a metric are taken: four intervals, so that a scrape may
    /// fail and there still are enough.
    long window(Metric metric) {
        return Math.max(SHORTEST_WINDOW, 4 * interval(metric));
    }
}
