package io.spillway.relief.fill;

import java.util.ArrayList;
import java.util.List;

/// A large move cut into even steps of whole weights, each with the same sum.
final class Steps {
    private static final int MOST = 8;

    private Steps() {}

    static int count(int[] from, int[] to) {
        double largest = 0;
        for (int i = 0; i < from.length; i++) {
            largest = Math.max(largest, Math.abs(to[i] - from[i]) / (double) Math.max(1, from[i]));
        }
        return Math.clamp((long) Math.ceil(largest / Fill.MAX_STEP - 1e-9), 1, MOST);
    }

    static List<int[]> of(int[] from, int[] to) {
        int count = count(from, to);
        List<int[]> steps = new ArrayList<>();
        for (int k = 1; k < count; k++) {
            steps.add(between(from, to, k, count));
        }
        steps.add(to);
        return steps;
    }

    /// `from + (to - from) k / m`, rounded by largest remainder.
    private static int[] between(int[] from, int[] to, int k, int m) {
        int[] step = from.clone();
        int[] withRemainder = new int[m];
        long remainders = 0;
        for (int i = 0; i < step.length; i++) {
            int numerator = (to[i] - from[i]) * k;
            step[i] += Math.floorDiv(numerator, m);
            int remainder = Math.floorMod(numerator, m);
            withRemainder[remainder]++;
            remainders += remainder;
        }
        long left = remainders / m;
        int last = m - 1;
        for (; last > 0 && left > withRemainder[last]; last--) {
            left -= withRemainder[last];
        }
        for (int i = 0; i < step.length; i++) {
            int remainder = Math.floorMod((to[i] - from[i]) * k, m);
            if (remainder > last || (remainder == last && last > 0 && left-- > 0)) {
                step[i]++;
            }
        }
        return step;
    }
}
