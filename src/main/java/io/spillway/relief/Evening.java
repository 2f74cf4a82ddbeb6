package io.spillway.relief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The whole numbers that even out a pool: weights in proportion to capacity.
///
/// The sum of the weights is kept, so that every server that is left alone keeps its share. Small
/// weights are multiplied first, because 1, 1, 2 cannot be set finely.
final class Evening {
    static final int MAX_WEIGHT = 256;

    /// Below this mean, weights are too coarse.
    private static final int FINE_MEAN = 64;

    /// Up to here weights are multiplied, which leaves them room to double.
    private static final int FINE_MAX = 128;

    /// Evening out can make the largest weight smaller and so leave room to multiply again.
    private static final int MAX_ROUNDS = 4;

    private final Load load;
    private final List<int[]> stages = new ArrayList<>();
    private int[] weights;
    private int scaledBy = 1;

    Evening(Load load) {
        this.load = load;
        this.weights = load.weights.clone();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            int factor = factor();
            if (round > 0 && factor < 2) {
                break;
            }
            scale(factor);
            weights = even();
            stages.add(weights);
        }
    }

    /// Weights to set one after another, one for each server in the order of [Load]; the last is
    /// the goal.
    List<int[]> stages() {
        return stages;
    }

    int[] goal() {
        return weights;
    }

    /// What the weights were multiplied by, 1 if they were fine enough.
    int scaledBy() {
        return scaledBy;
    }

    private int factor() {
        IntStream positive = Arrays.stream(weights).filter(w -> w > 0);
        var stats = positive.summaryStatistics();
        if (stats.getCount() == 0 || stats.getAverage() >= FINE_MEAN) {
            return 1;
        }
        int factor = FINE_MAX / stats.getMax();
        if (!free()) {
            // Where the sum must be kept, the strongest server's weight needs its room below 256.
            factor = Math.min(factor, (int) (MAX_WEIGHT / Math.max(1, strongest())));
        }
        return factor;
    }

    /// Multiplies every weight, at most doubling at a time: weights are set one by one, and while
    /// some are set and some are not, none gets more than twice its share.
    private void scale(int factor) {
        int[] base = weights;
        int by = 1;
        while (by < factor) {
            by = Math.min(2 * by, factor);
            int multiply = by;
            weights = Arrays.stream(base).map(w -> w * multiply).toArray();
            stages.add(weights);
        }
        scaledBy *= Math.max(1, factor);
    }

    /// True if no server with a weight is frozen, so that only the proportions matter.
    private boolean free() {
        return IntStream.range(0, load.size()).allMatch(i -> load.movable(i) || weights[i] == 0);
    }

    private double strongest() {
        double total = Arrays.stream(load.capacity).sum();
        return Arrays.stream(load.capacity).max().orElse(0) / total * movableSum();
    }

    private int movableSum() {
        return IntStream.range(0, load.size()).filter(load::movable).map(i -> weights[i]).sum();
    }

    private int[] even() {
        int[] result = weights.clone();
        int[] movable = IntStream.range(0, load.size()).filter(load::movable).toArray();
        if (movable.length < 2) {
            return result;
        }
        int sum = movableSum();
        if (free() && strongest() > MAX_WEIGHT) {
            sum = Math.max(movable.length, (int) (sum * MAX_WEIGHT / strongest()));
        }
        double[] ideal = ideal(movable, sum);
        int left = sum;
        for (int k = 0; k < movable.length; k++) {
            // A hair of slack, or 59.999999999 of a sum of fractions becomes 59.
            result[movable[k]] = (int) Math.floor(ideal[k] + 1e-9);
            left -= result[movable[k]];
        }
        Integer[] order = new Integer[movable.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> Math.floor(ideal[k] + 1e-9) - ideal[k]));
        for (int k = 0; left > 0; k = (k + 1) % order.length) {
            int i = movable[order[k]];
            if (result[i] < MAX_WEIGHT) {
                result[i]++;
                left--;
            }
        }
        return result;
    }

    /// Weights in proportion to capacity within 1..256: what does not fit is spread over the rest.
    private double[] ideal(int[] movable, int sum) {
        int n = movable.length;
        double[] ideal = new double[n];
        boolean[] fixed = new boolean[n];
        double rest = sum;
        for (boolean again = true; again; ) {
            again = false;
            double capacity = 0;
            for (int k = 0; k < n; k++) {
                capacity += fixed[k] ? 0 : load.capacity[movable[k]];
            }
            double over = 0;
            for (int k = 0; k < n; k++) {
                if (!fixed[k]) {
                    ideal[k] = load.capacity[movable[k]] / capacity * rest;
                    over += Math.max(0, ideal[k] - MAX_WEIGHT) - Math.max(0, 1 - ideal[k]);
                }
            }
            // The larger error is settled first, as settling it can cure the smaller one.
            for (int k = 0; k < n; k++) {
                boolean high = over >= 0 && ideal[k] > MAX_WEIGHT;
                boolean low = over <= 0 && ideal[k] < 1;
                if (!fixed[k] && (high || low)) {
                    fixed[k] = true;
                    ideal[k] = high ? MAX_WEIGHT : 1;
                    rest -= ideal[k];
                    again = true;
                }
            }
        }
        return ideal;
    }
}
