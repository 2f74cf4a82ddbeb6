package io.spillway.alarm;

import java.util.List;

/// What came of a step or of an act.
///
/// @param memory for the next step
/// @param events to be journaled, in the order in which they happened
/// @param refusal a sentence for the operator on what was not done; empty if all was
public record Outcome(Memory memory, List<AlarmEvent> events, String refusal) {
    public Outcome {
        events = List.copyOf(events);
    }
}
