package io.spillway.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses what somebody meant to write. Safe for any thread.
public final class Nearest {
    private Nearest() {}

    /// The word closest to `written`, if one is close enough to be meant.
    public static Optional<String> of(String written, Collection<String> words) {
        int allowed = Math.max(1, written.length() / 2);
        return words.stream()
                .min(Comparator.comparingInt(word -> distance(written, word)))
                .filter(word -> distance(written, word) <= allowed);
    }

    /// How many letters must be inserted, removed, replaced or swapped with the next, case aside.
    static int distance(String a, String b) {
        String x = a.toLowerCase(Locale.ROOT);
        String y = b.toLowerCase(Locale.ROOT);
        int[][] cost = new int[x.length() + 1][y.length() + 1];
        for (int i = 0; i <= x.length(); i++) {
            for (int j = 0; j <= y.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, x, y, i, j);
            }
        }
        return cost[x.length()][y.length()];
    }

    private static int cheapest(int[][] cost, String x, String y, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && x.charAt(i - 1) == y.charAt(j - 2)
                        && x.charAt(i - 2) == y.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
