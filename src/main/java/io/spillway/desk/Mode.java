package io.spillway.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether windows may change traffic.
///
/// @param operator who operates; empty in Observe
/// @param until when Operate ends unless an act renews it; null in Observe
public record Mode(String operator, @Nullable Instant until) {
    /// Nobody may change anything.
    public static final Mode OBSERVE = new Mode("", null);

    /// True if buttons may act.
    public boolean operate() {
        return until != null;
    }
}
