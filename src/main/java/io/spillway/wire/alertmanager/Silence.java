package io.spillway.wire.alertmanager;

import java.time.Instant;
import java.util.List;

/// A silence as Alertmanager holds it.
///
/// @param state `pending`, `active` or `expired`
/// @param matchers all of which an alert must meet
public record Silence(
        String id,
        String state,
        String createdBy,
        String comment,
        Instant endsAt,
        List<Matcher> matchers) {
    public static final String PENDING = "pending";
    public static final String ACTIVE = "active";
    public static final String EXPIRED = "expired";

    /// What a label must be.
    ///
    /// @param equal false if it must not be that
    public record Matcher(String name, String value, boolean regex, boolean equal) {}

    public Silence {
        matchers = List.copyOf(matchers);
    }
}
