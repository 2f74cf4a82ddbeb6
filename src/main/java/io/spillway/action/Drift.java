package io.spillway.action;

/// A weight that a balancer does not hold although an act in force set it.
///
/// @param lease id of the act
/// @param balancer where
/// @param pool of the server
/// @param server whose weight
/// @param intended what the act set
/// @param applied what the balancer says now
/// @param cause `reloaded`, `restarted by hand` or the like: a few words
public record Drift(
        String lease,
        String balancer,
        String pool,
        String server,
        int intended,
        int applied,
        String cause) {}
