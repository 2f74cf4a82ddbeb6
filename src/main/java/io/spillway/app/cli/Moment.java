package io.spillway.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// A scenario time as users write it: a time of day (UTC), or a full time.
///
/// @param text as written
record Moment(String text) {
    /// The first such time at or after `now`.
    Instant after(Instant now) {
        try {
            if (text.contains("T")) {
                return Instant.parse(text);
            }
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            Instant time = today.atTime(LocalTime.parse(text)).toInstant(ZoneOffset.UTC);
            return time.isBefore(now) ? time.plus(1, ChronoUnit.DAYS) : time;
        } catch (DateTimeException e) {
            throw new Misused(
                    "--at \"%s\" is no time: write HH:MM, HH:MM:SS or 2026-11-22T13:00:00Z"
                            .formatted(text),
                    e);
        }
    }
}
