package io.spillway.fleet;

import java.time.Duration;
import java.util.List;

/// What a pool has in reserve.
///
/// @param servers declared `disabled` at the balancers, in the order in which they are brought in
/// @param slowStart the balancers' `slowstart` for them, zero if they have none; no balancer tells
///   it
/// @param boot from asking for a server to its first request, zero if it is running already
public record Standby(List<String> servers, Duration slowStart, Duration boot) {
    /// Nothing in reserve.
    public static final Standby NONE = new Standby(List.of(), Duration.ZERO, Duration.ZERO);

    public Standby {
        servers = List.copyOf(servers);
    }

    /// From asking for a server until it takes its whole share.
    public Duration untilFull() {
        return boot.plus(slowStart);
    }
}
