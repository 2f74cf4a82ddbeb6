package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What [History] promises, said as plainly as possible: every tick is kept, all is computed when
/// asked. A tick is null where one was missed.
final class NaiveHistory {
    private final long interval;
    private final List<Long> times = new ArrayList<>();
    private final List<@Nullable FleetState> ticks = new ArrayList<>();
    private List<String> named = List.of();

    NaiveHistory(long interval) {
        this.interval = interval;
    }

    void add(FleetState state) {
        if (!times.isEmpty()) {
            if (state.time() <= times.getLast()) {
                return;
            }
            if (state.time() - times.getLast() > 1.5 * interval) {
                times.add(times.getLast() + interval);
                ticks.add(null);
            }
        }
        times.add(state.time());
        ticks.add(state);
        named = name(state);
    }

    Window window() {
        int from = Math.max(0, times.size() - History.TICKS);
        int n = times.size() - from;
        var window =
                new Window(
                        times.stream().skip(from).mapToLong(t -> t).toArray(),
                        new float[n],
                        new float[n],
                        new float[n],
                        new float[n],
                        new float[n],
                        outliers(from, n));
        for (int i = 0; i < n; i++) {
            FleetState tick = ticks.get(from + i);
            window.requests()[i] = sum(live(tick, Metric.REQUESTS));
            window.cpuLow()[i] = atLeast(0.05, live(tick, Metric.CPU));
            window.cpuMedian()[i] = atLeast(0.5, live(tick, Metric.CPU));
            window.cpuHigh()[i] = atLeast(0.95, live(tick, Metric.CPU));
            window.cpuMax()[i] = atLeast(1, live(tick, Metric.CPU));
        }
        return window;
    }

    float mean(Metric metric, String pool, String server, long since) {
        List<Float> found = new ArrayList<>();
        int from = Math.max(0, times.size() - tail());
        for (int i = from; i < times.size(); i++) {
            float value = value(ticks.get(i), metric, server);
            if (times.get(i) >= since && !Float.isNaN(value)) {
                found.addFirst(value);
            }
        }
        return (float) found.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    float[] tail(Metric metric, String server) {
        int from = Math.max(0, times.size() - tail());
        float[] tail = new float[times.size() - from];
        for (int i = 0; i < tail.length; i++) {
            tail[i] = value(ticks.get(from + i), metric, server);
        }
        return tail;
    }

    private List<Window.Trace> outliers(int from, int n) {
        int tail = times.size() - tail();
        List<Window.Trace> traces = new ArrayList<>();
        for (String name : named) {
            float[] cpu = new float[n];
            for (int i = 0; i < n; i++) {
                boolean known = from + i >= tail;
                cpu[i] = known ? value(ticks.get(from + i), Metric.CPU, name) : Float.NaN;
            }
            traces.add(new Window.Trace(name, cpu));
        }
        return traces;
    }

    /// The three with the highest CPU, where three points are given to those named before.
    private List<String> name(FleetState tick) {
        ToDoubleFunction<String> cpu = name -> value(tick, Metric.CPU, name);
        List<String> before = named;
        return tick.servers().stream()
                .map(Server::name)
                .filter(name -> !Double.isNaN(cpu.applyAsDouble(name)))
                .sorted(
                        Comparator.comparingDouble(name ->
                                -(float) cpu.applyAsDouble(name)
                                        - (before.contains(name) ? Hottest.EDGE : 0)))
                .limit(3)
                .sorted(
                        Comparator.comparingDouble((String name) -> -cpu.applyAsDouble(name))
                                .thenComparing(name -> name))
                .toList();
    }

    private static float value(@Nullable FleetState tick, Metric metric, String server) {
        if (tick == null) {
            return Float.NaN;
        }
        for (int i = 0; i < tick.servers().size(); i++) {
            if (tick.servers().get(i).name().equals(server)) {
                return tick.quality(metric, i) == Quality.LIVE ? tick.value(metric, i) : Float.NaN;
            }
        }
        return Float.NaN;
    }

    private static List<Float> live(@Nullable FleetState tick, Metric metric) {
        if (tick == null) {
            return List.of();
        }
        return tick.servers().stream()
                .map(server -> value(tick, metric, server.name()))
                .filter(v -> !Float.isNaN(v))
                .sorted()
                .toList();
    }

    private static float sum(List<Float> values) {
        return values.isEmpty() ? Float.NaN : (float) values.stream().mapToDouble(v -> v).sum();
    }

    private static float atLeast(double share, List<Float> sorted) {
        for (int i = 0; i < sorted.size(); i++) {
            if ((i + 1) >= share * sorted.size() - 1e-9) {
                return sorted.get(i);
            }
        }
        return Float.NaN;
    }

    private int tail() {
        return (int) Math.max(20, History.TAIL / interval);
    }
}
