package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;

/// The fleet's recent past in memory: 15 minutes of CPU and requests per server and 3,600 ticks of
/// figures over the fleet. For one thread.
public final class History {
    /// An empty past.
    ///
    /// @param interval between ticks, milliseconds
    public History(long interval) {}

    /// Takes a tick in. A tick that is not later than the last one is ignored.
    public void add(FleetState state) {}

    /// The past of the fleet.
    public Window window() {
        return Window.empty();
    }

    /// The mean of a server's live values since a time, NaN if there is none.
    ///
    /// @param metric [Metric#CPU] or [Metric#REQUESTS]
    /// @param pool the pool's name
    /// @param server the server's name
    /// @param since epoch milliseconds
    public float mean(Metric metric, String pool, String server, long since) {
        return Float.NaN;
    }
}
