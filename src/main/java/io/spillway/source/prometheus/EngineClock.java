package io.spillway.source.prometheus;

/// How far the engine's clock is ahead of the desk's. The estimate keeps still as long as it may,
/// so that a sample has the same time on the desk in every poll that sees it.
///
/// What is seen of one answer is off by the time the request took; where the engine tells whole
/// seconds only, by up to a second the other way. The least, or the largest, is nearest the truth.
final class EngineClock {
    private static final long TOLERANCE = 250;
    private boolean known;
    private long ahead;

    /// Takes note of when an answer was evaluated.
    ///
    /// @param engine by the engine's clock, epoch milliseconds
    /// @param desk by the desk's clock when it asked, epoch milliseconds
    void saw(long engine, long desk) {
        long seen = engine - desk;
        boolean wholeSeconds = engine % 1000 == 0;
        boolean nearer = wholeSeconds ? seen > ahead : seen < ahead;
        long moved = wholeSeconds ? ahead - 1000 - seen : seen - ahead;
        if (!known || nearer || moved > TOLERANCE) {
            ahead = seen;
            known = true;
        }
    }

    /// True once an answer was seen.
    boolean known() {
        return known;
    }

    /// Milliseconds that the engine is ahead; 0 before anything was seen.
    long ahead() {
        return ahead;
    }

    /// A time of the engine's on the desk's clock, never later than `now`.
    long toDesk(long engine, long now) {
        return Math.min(now, engine - ahead);
    }
}
