package io.spillway.watch.detect;

/// What was detected.
public enum Kind {
    /// Load grows beyond what is usual, and keeps on.
    SURGE,
    /// Load falls below what is usual, and stays there.
    COLLAPSE,
    /// Single values far from what came before.
    SPIKE,
    /// Capacity runs out.
    SATURATION
}
