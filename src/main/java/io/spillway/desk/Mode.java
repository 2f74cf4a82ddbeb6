package io.spillway.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether windows may change traffic.
///
/// @param operator who operates; empty in Observe
/// @param until when Operate ends unless an act renews it; null in Observe
/// @param secrets true if Operate asks for the operator's secret
public record Mode(String operator, @Nullable Instant until, boolean secrets) {
    /// Nobody may change anything.
    public static final Mode OBSERVE = new Mode("", null);

    /// Where a name is enough.
    public Mode(String operator, @Nullable Instant until) {
        this(operator, until, false);
    }

    /// True if buttons may act.
    public boolean operate() {
        return until != null;
    }
}
