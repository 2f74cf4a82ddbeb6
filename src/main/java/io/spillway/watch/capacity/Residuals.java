package io.spillway.watch.capacity;

import java.util.Arrays;

/// The last four samples of every seat and how far each lay above its line, to tell a jump from
/// noise.
final class Residuals {
    /// Samples kept.
    static final int LENGTH = 4;

    /// A change smaller than this share of the machine is not a jump.
    static final double LEAST_JUMP = 0.05;

    /// How many standard deviations a jump must be.
    private static final double SIGMAS = 5;

    private double[] load = {};
    private double[] cpu = {};
    private double[] above = {};
    private int[] count = {};

    void grow(int size) {
        if (size > count.length) {
            int room = Math.max(size, count.length + count.length / 2);
            load = Arrays.copyOf(load, room * LENGTH);
            cpu = Arrays.copyOf(cpu, room * LENGTH);
            above = Arrays.copyOf(above, room * LENGTH);
            count = Arrays.copyOf(count, room);
        }
    }

    void clear(int i) {
        count[i] = 0;
    }

    int count(int i) {
        return count[i];
    }

    void push(int i, double r, double u, double e) {
        int from = i * LENGTH;
        System.arraycopy(load, from, load, from + 1, LENGTH - 1);
        System.arraycopy(cpu, from, cpu, from + 1, LENGTH - 1);
        System.arraycopy(above, from, above, from + 1, LENGTH - 1);
        load[from] = r;
        cpu[from] = u;
        above[from] = e;
        count[i] = Math.min(count[i] + 1, LENGTH);
    }

    double lastLoad(int i) {
        return load[i * LENGTH];
    }

    double lastCpu(int i) {
        return cpu[i * LENGTH];
    }

    double lastAbove(int i) {
        return above[i * LENGTH];
    }

    double meanLoad(int i, int k) {
        return mean(load, i, k);
    }

    double meanCpu(int i, int k) {
        return mean(cpu, i, k);
    }

    double meanAbove(int i, int k) {
        return mean(above, i, k);
    }

    private static double mean(double[] column, int i, int k) {
        double sum = 0;
        for (int j = i * LENGTH; j < i * LENGTH + k; j++) {
            sum += column[j];
        }
        return sum / k;
    }

    /// How many of the last samples lie beyond a jump.
    ///
    /// @param sign 1 for a jump upward, -1 for one downward
    /// @return 0 if there was none, else at least 2
    int jump(int i, int sign, Lines lines) {
        double variance = lines.noise(i) * lines.noise(i);
        int best = 0;
        double strongest = 0;
        // Good news may wait for a whole minute.
        for (int k = sign > 0 ? 2 : LENGTH; k <= count[i]; k++) {
            double mean = sign * meanAbove(i, k);
            double atLoad = meanLoad(i, k);
            double bend = 0.1 * lines.slope(i) * Math.abs(atLoad - lines.recentLoad(i));
            double needed = SIGMAS * Math.sqrt(variance / k + lines.spread(i, atLoad)) + bend;
            if (mean < Math.max(LEAST_JUMP, needed) || least(i, k, sign) < mean / 3) {
                continue;
            }
            if (mean * Math.sqrt(k) > strongest) {
                strongest = mean * Math.sqrt(k);
                best = k;
            }
        }
        return best;
    }

    private double least(int i, int k, int sign) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = i * LENGTH; j < i * LENGTH + k; j++) {
            least = Math.min(least, sign * above[j]);
        }
        return least;
    }

    /// Keeps the last `k` samples, told from the line that `jump` lifted.
    void rebase(int i, int k, double jump) {
        count[i] = k;
        for (int j = i * LENGTH; j < i * LENGTH + k; j++) {
            above[j] -= jump;
        }
    }
}
