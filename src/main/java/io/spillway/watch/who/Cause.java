package io.spillway.watch.who;

import java.util.List;

/// One reason for a surge.
///
/// @param kind what it is
/// @param confidence how far the evidence carries
/// @param share of the increase it brings, 0..1, NaN if unknown
/// @param evidence each a sentence with its numbers, strongest first
public record Cause(Kind kind, Confidence confidence, double share, List<String> evidence) {
    public Cause {
        evidence = List.copyOf(evidence);
    }

    /// What brings it.
    public enum Kind {
        /// Few sources or one agent, machine-like.
        BOTS,
        /// Many new visitors from one referer or to one landing page.
        CAMPAIGN,
        /// Clients that repeat what failed.
        RETRY_STORM,
        /// More visitors who behave as the usual ones do.
        NEW_USERS
    }

    /// How far the evidence carries.
    public enum Confidence {
        UNCLEAR,
        POSSIBLE,
        LIKELY
    }
}
