package io.spillway.fleet;

/// What is measured of a server. The order is the order of the columns in [FleetState].
public enum Metric {
    /// Share of the machine's processors in use, 0..1.
    CPU,
    /// Requests answered, per second.
    REQUESTS,
    /// Requests being worked on, a count.
    IN_FLIGHT,
    /// Requests waiting for this server, a count.
    QUEUE,
    /// Share of answers that were 5xx, 0..1.
    ERRORS,
    /// Mean response time, seconds.
    LATENCY
}
