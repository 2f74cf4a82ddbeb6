package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What [Aggregates] promises of its steps, said as plainly as possible: all ticks are kept, all is
/// computed when asked.
final class NaiveAggregates {
    private final long interval;
    private final List<FleetState> ticks = new ArrayList<>();
    private final List<Long> setBack = new ArrayList<>();

    NaiveAggregates(long interval) {
        this.interval = interval;
    }

    void add(FleetState state) {
        if (!ticks.isEmpty() && state.time() <= ticks.getLast().time()) {
            if (ticks.getLast().time() - state.time() <= 10_000) {
                return;
            }
            ticks.removeIf(tick -> tick.time() >= state.time());
            setBack.add(state.time());
        }
        ticks.add(state);
    }

    /// End of a step to its value, of the steps that are over; those without a value are left out.
    Map<Long, Float> steps(Subject subject, Metric metric, Statistic of, long step) {
        TreeMap<Long, List<Float>> values = new TreeMap<>();
        for (int t = 0; t < ticks.size(); t++) {
            float value = value(ticks.get(t), subject, metric, of);
            long end = end(ticks.get(t).time(), step);
            long before = t == 0 ? Long.MIN_VALUE : ticks.get(t - 1).time();
            boolean next = t > 0 && ticks.get(t).time() - before <= 1.5 * interval;
            for (long e = next ? end(before, step) + step : end; e < end; e += step) {
                add(values, e, value);
            }
            add(values, end, value);
        }
        TreeMap<Long, Float> steps = new TreeMap<>();
        long now = ticks.isEmpty() ? 0 : end(ticks.getLast().time(), step);
        values.headMap(now).forEach((e, all) -> steps.put(e, merged(all, of)));
        return steps;
    }

    /// True of steps around a time that the clock was set back to: they may hold any of what was
    /// seen.
    boolean blurred(long end, long step) {
        return setBack.stream().anyMatch(t -> end > t - 2 * interval && end <= end(t, step));
    }

    private static void add(Map<Long, List<Float>> values, long end, float value) {
        if (!Float.isNaN(value)) {
            values.computeIfAbsent(end, e -> new ArrayList<>()).add(value);
        }
    }

    private static long end(long time, long step) {
        return (time + step - 1) / step * step;
    }

    private static float merged(List<Float> ticks, Statistic of) {
        var all = ticks.stream().mapToDouble(v -> v);
        return (float) (of == Statistic.MAX ? all.max() : all.average()).orElse(Double.NaN);
    }

    static float value(FleetState tick, Subject subject, Metric metric, Statistic of) {
        List<Float> live = new ArrayList<>();
        for (int i = 0; i < tick.servers().size(); i++) {
            boolean in =
                    subject.equals(Subject.FLEET)
                            || subject.pool().equals(tick.servers().get(i).pool());
            if (in
                    && tick.quality(metric, i) == Quality.LIVE
                    && !Float.isNaN(tick.value(metric, i))) {
                live.add(tick.value(metric, i));
            }
        }
        live.sort(null);
        if (live.isEmpty()) {
            return Float.NaN;
        }
        return switch (of) {
            case SUM -> (float) live.stream().mapToDouble(v -> v).sum();
            case LOW -> live.get((int) Math.ceil(live.size() * 5 / 100.0) - 1);
            case MEDIAN -> live.get((int) Math.ceil(live.size() * 50 / 100.0) - 1);
            case HIGH -> live.get((int) Math.ceil(live.size() * 95 / 100.0) - 1);
            case MAX -> live.getLast();
        };
    }
}
