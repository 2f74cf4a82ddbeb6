package io.spillway.relief.standby;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that advice on the number of servers goes by.
///
/// @param time epoch milliseconds
/// @param serving how many serve now
/// @param least how many must, at least
/// @param most how many there can be, standby or what an autoscaler may start included
/// @param demand requests a second to plan for: the greater of now and the forecast, NaN if unknown
/// @param capacity requests a second that those who serve take at the target
/// @param calm the same at 80 % of the target
/// @param limit the same at the pool's limit
/// @param one requests a second that a new server takes at the target, 0 or NaN if unknown
/// @param returnable those that may be taken back, in the order in which they would be
/// @param saturation until the earliest time at which load may reach the limit, null for no trend
/// @param untilFull from asking for a server until it takes its whole share
public record Situation(
        long time,
        int serving,
        int least,
        int most,
        double demand,
        double capacity,
        double calm,
        double limit,
        double one,
        List<Returnable> returnable,
        @Nullable Duration saturation,
        Duration untilFull) {
    public Situation {
        returnable = List.copyOf(returnable);
    }

    /// A server that may be taken back.
    ///
    /// @param name the server
    /// @param capacity requests a second that it takes at the target
    /// @param survives true if with it and all before it gone, the rest still bears the loss of its
    ///   largest server
    public record Returnable(String name, double capacity, boolean survives) {}
}
