package io.spillway.relief.fill;

import io.spillway.relief.fill.FillCases.Case;
import java.util.ArrayList;
import java.util.List;

/// Every way to share out the weights of a small pool.
final class Exhaustive {
    private final Case pool;
    private final List<int[]> ways = new ArrayList<>();

    Exhaustive(Case pool) {
        this.pool = pool;
        long sum = 0;
        for (int w : pool.servers().weights()) {
            sum += w;
        }
        add(pool.servers().weights().clone(), 0, (int) sum);
    }

    private void add(int[] weights, int i, int left) {
        if (i == weights.length) {
            if (left == 0) {
                ways.add(weights.clone());
            }
            return;
        }
        Role role = pool.servers().roles()[i];
        int now = pool.servers().weights()[i];
        boolean fixed = role == Role.FROZEN || role == Role.OUT;
        int low = fixed ? now : 0;
        int high = fixed || role == Role.FALLING ? now : left;
        for (int w = low; w <= Math.min(high, left); w++) {
            weights[i] = w;
            add(weights, i + 1, left - w);
        }
        weights[i] = now;
    }

    double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int[] way : ways) {
            lowest = Math.min(lowest, highest(way));
        }
        return lowest;
    }

    private double highest(int[] way) {
        return FillCases.highest(pool.servers(), way, pool.aim().demand());
    }

    /// Fewest servers changed by a way that keeps to this level.
    int fewestChanges(double level) {
        int fewest = Integer.MAX_VALUE;
        for (int[] way : ways) {
            if (highest(way) <= level + 1e-9) {
                fewest = Math.min(fewest, changes(pool.servers().weights(), way));
            }
        }
        return fewest;
    }

    static int changes(int[] from, int[] to) {
        int changes = 0;
        for (int i = 0; i < from.length; i++) {
            changes += from[i] == to[i] ? 0 : 1;
        }
        return changes;
    }
}
