package io.spillway.relief;

import io.spillway.fleet.Pool;
import io.spillway.relief.fill.Waiting;

/// What plans aim at. One answer for spreading, for servers in reserve and for gates, so that they
/// do not work against each other.
public final class Target {
    private Target() {}

    /// The share of CPU to aim at, 0..1: the pool's own, or as its processors allow; never above
    /// its limit.
    public static double of(Pool pool) {
        double wanted = pool.target() > 0 ? pool.target() : Waiting.target(pool.cores());
        return Math.min(pool.cpuLimit(), wanted);
    }
}
