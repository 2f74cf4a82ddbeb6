package io.spillway.watch.who;

import java.util.function.IntPredicate;

/// The heaviest key of a column among some requests of a surge.
///
/// @param key its hash
/// @param weight requests it brings
/// @param distinct how many keys there are
record Top(int key, double weight, int distinct) {
    static Top of(Events events, int[] column, IntPredicate which) {
        var keys = new Tally();
        double[] sums = new double[Math.max(1, events.size)];
        for (int i = 0; i < events.size; i++) {
            if (events.during[i] > 0 && which.test(i)) {
                sums[keys.of(column[i])] += events.during[i];
            }
        }
        int best = 0;
        for (int k = 1; k < keys.size(); k++) {
            if (sums[k] > sums[best]) {
                best = k;
            }
        }
        return new Top(keys.size() == 0 ? 0 : (int) keys.key(best), sums[best], keys.size());
    }
}
