package io.spillway.journal;

import java.time.Instant;

/// One thing that happened, as it stands in the journal.
///
/// @param id counts up within one journal, from 1
/// @param time when it happened, as the writer's clock said
/// @param author who did it: an operator, or the console itself
/// @param console which console wrote it
/// @param kind dotted, the family first, for instance `act.begun`
/// @param subject what it is about, for instance an act's id; may be empty
/// @param body a JSON document whose shape the kind decides
public record Event(
        long id,
        Instant time,
        String author,
        String console,
        String kind,
        String subject,
        String body) {}
