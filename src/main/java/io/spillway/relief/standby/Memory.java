package io.spillway.relief.standby;

import java.util.List;

/// What advice on a pool remembers from tick to tick. Immutable.
///
/// @param calmSince when demand fell below the calm level, epoch milliseconds; 0 while it is above
/// @param wanted numbers that were wanted lately, oldest first
public record Memory(long calmSince, List<Wanted> wanted) {
    public Memory {
        wanted = List.copyOf(wanted);
    }

    /// A number of servers that was wanted at a time.
    public record Wanted(long time, int servers) {}

    /// Of a pool that was never looked at.
    public static Memory none() {
        return new Memory(0, List.of());
    }
}
