package io.spillway.alarm.signal;

/// Whom an alarm is about.
///
/// @param kind what it is
/// @param pool the pool it belongs to, empty if none
/// @param name as operators call it; a pool's own name for a pool, empty for the fleet and for the
///   console
public record Subject(Kind kind, String pool, String name) {
    /// What an alarm can be about.
    public enum Kind {
        FLEET,
        POOL,
        SERVER,
        SOURCE,
        BALANCER,
        ACT,
        CONSOLE,
        /// What another system's alert is about, by its labels.
        ALERT
    }

    /// The fleet as a whole.
    public static Subject fleet() {
        return new Subject(Kind.FLEET, "", "");
    }

    public static Subject pool(String name) {
        return new Subject(Kind.POOL, name, name);
    }

    public static Subject server(String pool, String name) {
        return new Subject(Kind.SERVER, pool, name);
    }

    /// The same for the same subject, different for any other: part of an alarm's id.
    public String key() {
        return switch (kind) {
            case FLEET -> "fleet";
            case CONSOLE -> "console";
            case SERVER -> pool + "/" + name;
            case POOL, SOURCE, BALANCER, ACT, ALERT -> name;
        };
    }
}
