package io.spillway.alarm.rule;

/// What a rule's values are counted in.
public enum Unit {
    /// A share, 0..1, shown in percent.
    SHARE,
    /// So many times as much as usual; 3.12 is shown as +212 %.
    TIMES,
    /// Seconds.
    SECONDS,
    /// Things.
    COUNT,
    /// Is or is not: 1 or 0; no figure is shown.
    NONE
}
