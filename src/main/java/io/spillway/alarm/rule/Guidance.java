package io.spillway.alarm.rule;

import java.time.Duration;

/// Why an alarm is one and what to do about it. Sentences for operators, none of them empty.
///
/// @param cause what brings it about
/// @param consequence what happens if it is left
/// @param response what to do
/// @param timeToRespond how long there is until the consequence
public record Guidance(String cause, String consequence, String response, Duration timeToRespond) {}
