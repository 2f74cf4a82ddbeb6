package io.spillway.watch.who;

/// From where on a cause is claimed.
final class Claims {
    /// Least share of the increase.
    static final double LEAST = 0.25;

    /// Fewest requests that a claim may rest on.
    static final double FEWEST = 20;

    /// Least growth: below it nothing is asked.
    static final double GROWTH = 1.15;

    private Claims() {}
}
