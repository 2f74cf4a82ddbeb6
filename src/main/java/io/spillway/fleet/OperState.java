package io.spillway.fleet;

/// What a server's health checks say.
public enum OperState {
    UP,
    /// Going down or coming up: some checks failed, or some succeeded.
    CHANGING,
    DOWN,
    UNKNOWN;

    /// The stable word used in JSON and on screens.
    public String word() {
        return switch (this) {
            case UP -> "up";
            case CHANGING -> "changing";
            case DOWN -> "down";
            case UNKNOWN -> "unknown";
        };
    }
}
