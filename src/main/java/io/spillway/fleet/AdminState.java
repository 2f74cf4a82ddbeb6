package io.spillway.fleet;

/// What operators want of a server, as the balancer remembers it.
public enum AdminState {
    READY,
    DRAIN,
    MAINT,
    UNKNOWN;

    /// The stable word used in JSON and on screens.
    public String word() {
        return switch (this) {
            case READY -> "ready";
            case DRAIN -> "drain";
            case MAINT -> "maint";
            case UNKNOWN -> "unknown";
        };
    }
}
