package io.spillway.source.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the series `up` says of the engine's targets, seen from one metric: only its jobs count.
final class UpTargets {
    private final List<Map<String, String>> down = new ArrayList<>();
    private final Map<String, Long> times = new HashMap<>();
    private final Map<Set<String>, Map<Set<String>, Set<Map<String, String>>>> downByLabels =
            new HashMap<>();
    private final boolean jobsKnown;
    private int count;
    private long newest;

    /// @param up values of the series `up`
    /// @param sampled when they were sampled, epoch seconds as values; empty if not asked for
    /// @param jobs those that count; all if empty
    UpTargets(List<Series> up, List<Series> sampled, Set<String> jobs) {
        jobsKnown = !jobs.isEmpty();
        for (Series target : up) {
            if (counts(target, jobs)) {
                count++;
                if (target.value() == 0) {
                    down.add(target.labels());
                }
            }
        }
        for (Series target : sampled) {
            if (counts(target, jobs)) {
                long time = Math.round(target.value() * 1000);
                times.merge(target.labels().getOrDefault("instance", ""), time, Math::max);
                newest = Math.max(newest, time);
            }
        }
    }

    private static boolean counts(Series target, Set<String> jobs) {
        return jobs.isEmpty() || jobs.contains(target.labels().getOrDefault("job", ""));
    }

    /// The labels of every target that cannot be scraped.
    List<Map<String, String>> down() {
        return down;
    }

    /// True if every target is down, and there are any.
    boolean allDown() {
        return !down.isEmpty() && down.size() == count;
    }

    /// True if only the jobs that give the metric are looked at.
    boolean jobsKnown() {
        return jobsKnown;
    }

    /// When the target that a series came from was last scraped, by the engine's clock; the newest
    /// scrape of any target if the series does not tell its instance; 0 if unknown.
    long time(Map<String, String> series) {
        String instance = series.get("instance");
        return instance == null ? newest : times.getOrDefault(instance, 0L);
    }

    /// True if a series comes from a target that is down: the labels they share are equal, or no
    /// target is up at all.
    boolean isDown(Map<String, String> series) {
        if (down.isEmpty()) {
            return false;
        }
        if (allDown()) {
            return true;
        }
        return downByLabels.computeIfAbsent(series.keySet(), this::shared).entrySet().stream()
                .anyMatch(e -> e.getValue().contains(only(series, e.getKey())));
    }

    /// The down targets' labels, cut to those that series with the labels `names` have as well.
    private Map<Set<String>, Set<Map<String, String>>> shared(Set<String> names) {
        Map<Set<String>, Set<Map<String, String>>> shared = new HashMap<>();
        for (Map<String, String> target : down) {
            Set<String> both = new HashSet<>(target.keySet());
            both.retainAll(names);
            if (!both.isEmpty() && !both.equals(Set.of("job"))) {
                shared.computeIfAbsent(both, _ -> new HashSet<>()).add(only(target, both));
            }
        }
        return shared;
    }

    /// `labels` without all others than `names`.
    static Map<String, String> only(Map<String, String> labels, Set<String> names) {
        if (names.equals(labels.keySet())) {
            return labels;
        }
        Map<String, String> cut = new HashMap<>(labels);
        cut.keySet().retainAll(names);
        return cut;
    }
}
