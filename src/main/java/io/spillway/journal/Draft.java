package io.spillway.journal;

import java.time.Instant;

/// An event to be written; the fields are those of [Event].
public record Draft(
        Instant time, String author, String console, String kind, String subject, String body) {}
