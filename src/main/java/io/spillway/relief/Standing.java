package io.spillway.relief;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.fill.Role;

/// What may be done with one server's weight, and why no more.
///
/// @param role what may be done
/// @param why what follows its name where that is not everything, else empty
record Standing(Role role, String why) {
    /// Below this share of CPU a server of which nothing was learnt does too little to be judged.
    private static final double MIN_CPU = 0.02;

    /// Below these requests per second likewise.
    private static final double MIN_REQUESTS = 1;

    /// Who was not heard of for so long is sent no more than it has, milliseconds.
    private static final long EXPIRY = 60_000;

    /// Nor who came up less than this ago, milliseconds.
    static final long BLACKOUT = 10_000;

    private static final Standing FREE = new Standing(Role.FREE, "");

    static Standing of(ServerInput s, int weight, double limit) {
        if (!inService(s)) {
            return new Standing(Role.OUT, out(s));
        } else if (s.oper() == OperState.CHANGING) {
            return new Standing(Role.FROZEN, "is going up or down");
        } else if (weight == 0) {
            return new Standing(Role.FROZEN, "has weight 0");
        } else if (Double.isNaN(s.cpu()) || Double.isNaN(s.requests()) || !s.quality().hasValue()) {
            return new Standing(Role.FROZEN, "has no known load");
        } else if (s.quality() != Quality.LIVE || s.age() > EXPIRY) {
            return new Standing(
                    s.line().known() ? Role.FALLING : Role.FROZEN, "has an old CPU reading");
        } else if (!s.line().known() && (s.cpu() < MIN_CPU || s.requests() < MIN_REQUESTS)) {
            return new Standing(Role.FROZEN, "has too little load");
        }
        if (s.cpu() > limit) {
            // What it turns away is not measured, so more than it seems may come to it.
            return new Standing(Role.FALLING, "");
        }
        return s.up() < BLACKOUT ? new Standing(Role.FALLING, "came up just now") : FREE;
    }

    private static String out(ServerInput s) {
        return switch (s.admin()) {
            case DRAIN -> "is drained";
            case MAINT -> "is in maintenance";
            case READY, UNKNOWN -> "is down";
        };
    }

    /// True if the balancers send it new requests, given a weight above 0.
    static boolean inService(ServerInput s) {
        return s.admin() != AdminState.DRAIN
                && s.admin() != AdminState.MAINT
                && s.oper() != OperState.DOWN;
    }

    boolean changeable() {
        return role == Role.FREE || role == Role.FALLING;
    }
}
