package io.spillway.alarm.rule;

/// How soon an alarm needs its answer; the most urgent first.
public enum Priority {
    /// Act now.
    HIGH,
    /// Act soon.
    MEDIUM,
    /// Look into it.
    LOW;

    /// The digit that stands in its symbol, 1 to 3.
    public int digit() {
        return ordinal() + 1;
    }

    /// The stable word used in JSON and in the configuration.
    public String word() {
        return switch (this) {
            case HIGH -> "high";
            case MEDIUM -> "medium";
            case LOW -> "low";
        };
    }

    /// True if this is more urgent.
    public boolean above(Priority other) {
        return ordinal() < other.ordinal();
    }
}
