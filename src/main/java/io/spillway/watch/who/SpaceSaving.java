package io.spillway.watch.who;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The heaviest keys of a stream in bounded memory (the Space-Saving sketch): a key that brings
/// more than one part in `most` of all is always kept; a new key takes the place of the lightest
/// and inherits its count, so counts may be too high by that much, never too low.
final class SpaceSaving {
    private final int most;
    private final Map<String, double[]> counts = new HashMap<>();

    /// @param most keys kept
    SpaceSaving(int most) {
        this.most = most;
    }

    /// The same, unchanged by what is added later.
    SpaceSaving copy() {
        SpaceSaving copy = new SpaceSaving(most);
        counts.forEach((key, count) -> copy.counts.put(key, count.clone()));
        return copy;
    }

    /// Adds to a key.
    ///
    /// @param weight at least 0
    void add(String key, double weight) {
        double[] count = counts.get(key);
        if (count == null) {
            double inherited = counts.size() < most ? 0 : removeLightest();
            count = new double[] {inherited};
            counts.put(key, count);
        }
        count[0] += weight;
    }

    /// What a key brought, 0 if it is not kept.
    double of(String key) {
        double[] count = counts.get(key);
        return count == null ? 0 : count[0];
    }

    /// The keys kept.
    List<String> keys() {
        return new ArrayList<>(counts.keySet());
    }

    private double removeLightest() {
        String lightest = "";
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, double[]> entry : counts.entrySet()) {
            if (entry.getValue()[0] < least) {
                least = entry.getValue()[0];
                lightest = entry.getKey();
            }
        }
        counts.remove(lightest);
        return least;
    }
}
