package io.spillway.practice;

import java.util.SortedMap;
import java.util.SortedSet;

/// A query as a tree, so that two spellings of the same question are equal. Windows are left out:
/// they stand in [Query].
sealed interface Expr {
    /// A plain number.
    record Num(double value) implements Expr {}

    /// Series of one name whose labels have these values.
    ///
    /// @param ranged whether a window follows
    record Selector(String name, SortedMap<String, String> equal, boolean ranged) implements Expr {}

    /// `rate(…)`, `timestamp(…)`.
    record Call(String function, Expr argument) implements Expr {}

    /// `sum by (…) (…)` and its like.
    record Aggregate(String operator, SortedSet<String> by, Expr argument) implements Expr {}

    /// Arithmetic or a comparison.
    record Binary(String operator, Expr left, Expr right) implements Expr {}
}
