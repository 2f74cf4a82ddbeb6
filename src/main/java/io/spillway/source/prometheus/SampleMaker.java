package io.spillway.source.prometheus;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.source.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Makes one metric's samples, and remembers which series it had: a target that goes down takes its
/// series out of the answers, and then only memory tells what is missing.
final class SampleMaker {
    /// How far a rate over a few scrapes may put a share outside 0..1.
    private static final double LOOSE = 0.5;

    private static final long FORGET_AFTER = 3_600_000;

    private final Map<Map<String, String>, Long> lastSeen = new HashMap<>();
    private final Set<Set<String>> shapes = new HashSet<>();
    private boolean outOfRange;
    private boolean silentlyLess;

    /// @param clock turns the engine's times into the desk's
    /// @param now the desk's time, epoch milliseconds
    List<Sample> make(MetricAnswers answers, EngineClock clock, long now) {
        List<Sample> samples = new ArrayList<>(answers.values().size());
        ToLongFunction<Map<String, String>> times = times(answers);
        outOfRange = false;
        silentlyLess = false;
        for (Series series : answers.values()) {
            long time = times.applyAsLong(series.labels());
            if (time > 0) {
                samples.add(sample(answers, series, clock.toDesk(time, now)));
                remember(series.labels(), now);
            }
        }
        addDown(answers, samples, now);
        return samples;
    }

    /// True if the last answers held a share that is no share, such as 35 for 35 %.
    boolean outOfRange() {
        return outOfRange;
    }

    /// True if a target was down whose series cannot be told from others: sums lack its part.
    boolean silentlyLess() {
        return silentlyLess;
    }

    private static ToLongFunction<Map<String, String>> times(MetricAnswers answers) {
        List<Series> times = answers.times();
        if (times == null) {
            UpTargets up = answers.up();
            return labels -> up.isDown(labels) ? 0 : up.time(labels);
        }
        Map<Map<String, String>, Long> sampled = HashMap.newHashMap(times.size());
        for (Series time : times) {
            sampled.put(time.labels(), Math.round(time.value() * 1000));
        }
        long ofAll = sampled.getOrDefault(Map.of(), 0L);
        return labels -> sampled.getOrDefault(labels, ofAll);
    }

    private Sample sample(MetricAnswers answers, Series series, long time) {
        float value = tidy(answers.metric(), series.value());
        boolean live = Float.isFinite(value);
        return new Sample(
                answers.metric(),
                series.labels(),
                live ? value : Float.NaN,
                time,
                answers.interval(),
                live ? Quality.LIVE : Quality.INVALID);
    }

    /// A share that rates put a little outside 0..1 is moved to the edge; one that is far outside
    /// is another unit.
    private float tidy(Metric metric, double value) {
        if (metric != Metric.CPU && metric != Metric.ERRORS) {
            return (float) value;
        }
        if (Double.isFinite(value) && (value < -LOOSE || value > 1 + LOOSE)) {
            outOfRange = true;
            return Float.NaN;
        }
        return (float) (Double.isFinite(value) ? Math.clamp(value, 0, 1) : value);
    }

    private void remember(Map<String, String> labels, long now) {
        if (lastSeen.put(labels, now) == null) {
            shapes.add(labels.keySet());
        }
    }

    private void addDown(MetricAnswers answers, List<Sample> samples, long now) {
        UpTargets up = answers.up();
        lastSeen.values().removeIf(seen -> now - seen > FORGET_AFTER);
        lastSeen.forEach((labels, seen) -> {
            if (seen != now && up.isDown(labels)) {
                samples.add(down(answers, labels, now));
            }
        });
        if (up.jobsKnown()) {
            up.down().forEach(target -> addUnseen(answers, target, samples, now));
        }
    }

    /// What is down from the start was never seen: its own labels tell the series it would give.
    private void addUnseen(
            MetricAnswers answers, Map<String, String> target, List<Sample> samples, long now) {
        boolean told = shapes.isEmpty() || answers.up().allDown();
        for (Set<String> shape : shapes) {
            told |= shape.stream().anyMatch(l -> !l.equals("job") && target.containsKey(l));
            if (!shape.isEmpty() && target.keySet().containsAll(shape)) {
                Map<String, String> labels = Map.copyOf(UpTargets.only(target, shape));
                if (!lastSeen.containsKey(labels)) {
                    samples.add(down(answers, labels, now));
                }
            }
        }
        silentlyLess |= !told;
    }

    private static Sample down(MetricAnswers answers, Map<String, String> labels, long now) {
        return new Sample(
                answers.metric(), labels, Float.NaN, now, answers.interval(), Quality.TARGET_DOWN);
    }
}
