package io.spillway.alarm.rule;

import java.time.Duration;

/// When something is an alarm. One that asks nothing of an operator is an event and no rule.
///
/// @param name stable, in lower case with hyphens
/// @param title what operators read, without the subject: "CPU overload"
/// @param priority of values short of the limits' high
/// @param guidance why, and what to do
/// @param limits unless a pool or a server has its own
/// @param unit of values and levels
/// @param reAlarm after which time an acknowledged alarm asks again
public record Rule(
        String name,
        String title,
        Priority priority,
        Guidance guidance,
        Limits limits,
        Unit unit,
        Duration reAlarm) {}
