package io.spillway.alarm.rule;

/// The names of all rules, as they stand in the configuration and in alarms' ids.
public final class RuleNames {
    public static final String SERVER_CPU = "server-cpu";
    public static final String POOL_CPU = "pool-cpu";
    public static final String SURGE = "surge";
    public static final String COLLAPSE = "collapse";
    public static final String SATURATION = "saturation";
    public static final String QUEUE = "queue";
    public static final String ERRORS = "errors";
    public static final String LATENCY = "latency";
    public static final String SERVER_DOWN = "server-down";
    public static final String FLAPPING = "flapping";
    public static final String BLIND = "blind";
    public static final String DRIFT = "drift";
    public static final String WEIGHTS_REFUSED = "weights-refused";
    public static final String JOURNAL = "journal";
    public static final String CLOCK_SKEW = "clock-skew";
    public static final String BACKGROUND_CPU = "background-cpu";
    public static final String LEASE_ENDING = "lease-ending";
    public static final String NO_SOUND = "no-sound";

    /// Alerts of other systems.
    public static final String ALERT = "alert";

    private RuleNames() {}
}
