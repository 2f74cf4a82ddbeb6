package io.spillway.relief.fill;

import java.util.ArrayList;
import java.util.List;

/// Small weights made finer, large ones given room: all are multiplied or divided by one number, so
/// that nobody's share changes.
final class Quanta {
    /// Below this mean, weights are too coarse to set shares with.
    private static final int FINE_MEAN = 64;

    /// Up to here weights are multiplied, which leaves them room to double.
    private static final int FINE_MAX = 128;

    private Quanta() {}

    /// What to multiply by, 1 if there is no need or no room.
    static int factor(Servers servers, int heaviest) {
        long sum = 0;
        int count = 0;
        int max = 1;
        for (int i = 0; i < servers.size(); i++) {
            int w = servers.weights()[i];
            max = Math.max(max, w);
            if (w > 0 && servers.roles()[i] != Role.OUT) {
                sum += w;
                count++;
            }
        }
        int mean = Math.min(FINE_MEAN, heaviest / 4);
        int most = Math.min(FINE_MAX, heaviest / 2);
        return sum < (long) mean * count ? Math.max(1, most / max) : 1;
    }

    /// What large weights can be divided by to leave them room to double `times` over, 1 if there
    /// is nothing that divides them all.
    static int divisor(int[] weights, int times, int heaviest) {
        int max = 0;
        int common = 0;
        for (int w : weights) {
            max = Math.max(max, w);
            common = gcd(common, w);
        }
        for (int d = 2; d <= common; d++) {
            if (common % d == 0 && max / d <= heaviest >> times) {
                return d;
            }
        }
        return 1;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    static int[] divided(int[] weights, int divisor) {
        int[] result = weights.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] /= divisor;
        }
        return result;
    }

    static int[] times(int[] weights, int factor) {
        int[] result = weights.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] *= factor;
        }
        return result;
    }

    /// The stages that multiply, doubling at most: weights are set one by one, and while some are
    /// set and some are not, nobody gets more than twice its share.
    static List<int[]> doublings(int[] weights, int factor) {
        List<int[]> stages = new ArrayList<>();
        for (int by = 1; by < factor; ) {
            by = Math.min(2 * by, factor);
            stages.add(times(weights, by));
        }
        return stages;
    }

    /// The stages that divide, halving at most.
    static List<int[]> halvings(int[] weights, int divisor) {
        int[] unit = divided(weights, divisor);
        List<int[]> stages = new ArrayList<>();
        for (int by = divisor; by > 1; ) {
            by = (by + 1) / 2;
            stages.add(times(unit, by));
        }
        return stages;
    }
}
