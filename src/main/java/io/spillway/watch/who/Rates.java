package io.spillway.watch.who;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the balancer's counters told within one minute.
final class Rates {
    private static final int KEPT = 200;

    final long minute;
    private final Map<Dimension, SpaceSaving> keys = new EnumMap<>(Dimension.class);
    private final Map<Dimension, double[]> totals = new EnumMap<>(Dimension.class);
    private final Map<Dimension, Integer> polls = new EnumMap<>(Dimension.class);

    Rates(long minute) {
        this.minute = minute;
    }

    /// The same, unchanged by later polls.
    Rates copy() {
        Rates copy = new Rates(minute);
        keys.forEach((dimension, sketch) -> copy.keys.put(dimension, sketch.copy()));
        totals.forEach((dimension, total) -> copy.totals.put(dimension, total.clone()));
        copy.polls.putAll(polls);
        return copy;
    }

    /// Takes one poll into account; dimensions may come from different tables at different times.
    void add(List<KeyRate> rates) {
        var told = new EnumMap<Dimension, Integer>(Dimension.class);
        for (KeyRate rate : rates) {
            Dimension dimension = rate.dimension();
            told.put(dimension, 1);
            double requests = known(rate.requests());
            keys.computeIfAbsent(dimension, d -> new SpaceSaving(KEPT)).add(rate.key(), requests);
            double[] total = totals.computeIfAbsent(dimension, d -> new double[2]);
            total[0] += requests;
            // What gates refuse of a class or a source is no failure.
            boolean entry = dimension == Dimension.FRONTEND;
            total[1] += known(rate.serverErrors()) + (entry ? known(rate.refused()) : 0);
        }
        told.forEach((dimension, one) -> polls.merge(dimension, one, Integer::sum));
    }

    /// Requests per second of a key on average; 0 if it was not among the heavy ones.
    double of(Dimension dimension, String key) {
        SpaceSaving sketch = keys.get(dimension);
        return sketch == null ? 0 : sketch.of(key) / polls(dimension);
    }

    /// The heavy keys.
    List<String> heavy(Dimension dimension) {
        SpaceSaving sketch = keys.get(dimension);
        return sketch == null ? List.of() : sketch.keys();
    }

    /// Requests per second of all keys told.
    double total(Dimension dimension) {
        return totals.getOrDefault(dimension, new double[2])[0] / polls(dimension);
    }

    /// Failed and refused requests per second of all keys told.
    double failures(Dimension dimension) {
        return totals.getOrDefault(dimension, new double[2])[1] / polls(dimension);
    }

    boolean has(Dimension dimension) {
        return polls.containsKey(dimension);
    }

    private int polls(Dimension dimension) {
        return polls.getOrDefault(dimension, 1);
    }

    private static double known(float value) {
        return Float.isFinite(value) ? Math.max(0, value) : 0;
    }
}
