package io.spillway.fleet;

/// How far a value may be trusted. The first three carry a value, the others carry none.
public enum Quality {
    /// Not older than three sample intervals.
    LIVE("live"),
    /// Older than three sample intervals: shown hatched, with its age.
    OLD("old"),
    /// Older than six sample intervals and at least 30 s: the region is blind.
    BLIND("blind"),
    /// The source answers, but never said anything of this server.
    MISSING("missing"),
    /// The source said NaN or an infinity.
    INVALID("invalid"),
    /// The source's own probe of this server fails (`up == 0`).
    TARGET_DOWN("target-down"),
    /// No configured source measures this.
    NO_SOURCE("no-source");

    private final String word;

    Quality(String word) {
        this.word = word;
    }

    /// The stable word used in JSON and on screens.
    public String word() {
        return word;
    }

    /// True where a number may be shown, be it old.
    public boolean hasValue() {
        return ordinal() <= BLIND.ordinal();
    }
}
