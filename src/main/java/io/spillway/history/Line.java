package io.spillway.history;

import java.util.Arrays;

/// A ring of values, and above it the least and the greatest of every 16 places, of every 256, and
/// so on. NaN is "nothing", not a value.
final class Line {
    private static final int FAN = 16;

    private final float[] values;
    private final float[][] least;
    private final float[][] greatest;

    Line(int length) {
        values = nothing(length);
        int levels = 0;
        for (int n = length; n > FAN; n = blocks(n)) {
            levels++;
        }
        least = new float[levels][];
        greatest = new float[levels][];
        int n = length;
        for (int level = 0; level < levels; level++) {
            n = blocks(n);
            least[level] = nothing(n);
            greatest[level] = nothing(n);
        }
    }

    private static int blocks(int places) {
        return (places + FAN - 1) / FAN;
    }

    private static float[] nothing(int length) {
        float[] nothing = new float[length];
        Arrays.fill(nothing, Float.NaN);
        return nothing;
    }

    /// The values themselves, not to be written.
    float[] values() {
        return values;
    }

    float get(int place) {
        return values[place];
    }

    void set(int place, float value) {
        if (Float.floatToRawIntBits(values[place]) == Float.floatToRawIntBits(value)) {
            return;
        }
        values[place] = value;
        float[] low = values;
        float[] high = values;
        int at = place;
        for (int level = 0; level < least.length; level++) {
            at /= FAN;
            int from = at * FAN;
            int to = Math.min(from + FAN, low.length);
            float min = scanLeast(low, from, to, Float.NaN);
            float max = scanGreatest(high, from, to, Float.NaN);
            if (same(min, least[level][at]) && same(max, greatest[level][at])) {
                return;
            }
            least[level][at] = min;
            greatest[level][at] = max;
            low = least[level];
            high = greatest[level];
        }
    }

    private static boolean same(float a, float b) {
        return a == b || (Float.isNaN(a) && Float.isNaN(b));
    }

    /// The least, or the greatest, of a stretch that may run over the ring's end, NaN if there is
    /// none. Costs the logarithm of its size.
    float extreme(int place, int size, boolean top) {
        int head = Math.min(size, values.length - place);
        float first = extreme(place, place + head, top, Float.NaN);
        return head == size ? first : extreme(0, size - head, top, first);
    }

    private float extreme(int from, int to, boolean top, float known) {
        float[][] levels = top ? greatest : least;
        float best = known;
        float[] row = values;
        int a = from;
        int b = to;
        int level = 0;
        while (level < levels.length && b - a > 2 * FAN) {
            int inner = blocks(a);
            best = scan(row, a, inner * FAN, best, top);
            best = scan(row, b / FAN * FAN, b, best, top);
            a = inner;
            b /= FAN;
            row = levels[level++];
        }
        return scan(row, a, b, best, top);
    }

    private static float scan(float[] row, int from, int to, float known, boolean top) {
        return top ? scanGreatest(row, from, to, known) : scanLeast(row, from, to, known);
    }

    private static float scanLeast(float[] row, int from, int to, float known) {
        float best = known;
        for (int i = from; i < to; i++) {
            if (row[i] < best || Float.isNaN(best)) {
                best = row[i];
            }
        }
        return best;
    }

    private static float scanGreatest(float[] row, int from, int to, float known) {
        float best = known;
        for (int i = from; i < to; i++) {
            if (row[i] > best || Float.isNaN(best)) {
                best = row[i];
            }
        }
        return best;
    }
}
