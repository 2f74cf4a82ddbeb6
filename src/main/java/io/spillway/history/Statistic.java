package io.spillway.history;

/// What is made of the servers' values at one tick. Percentiles are by nearest rank: the smallest
/// value that at least that share of the servers does not exceed.
///
/// Over a longer step [#MAX] is the greatest of the ticks, every other the mean of the ticks.
public enum Statistic {
    /// Of all servers together; kept of requests only.
    SUM,
    /// Fifth percentile.
    LOW,
    /// Fiftieth percentile.
    MEDIAN,
    /// Ninety-fifth percentile.
    HIGH,
    /// The greatest.
    MAX
}
