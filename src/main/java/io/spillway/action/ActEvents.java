package io.spillway.action;

import io.spillway.fleet.Knob;
import io.spillway.journal.Event;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The events that an act leaves in the journal, and the shapes of their bodies. The subject of
/// each is the act's id.
final class ActEvents {
    /// Written and synced before the first command: [Begun].
    static final String BEGUN = "act.begun";

    /// Every balancer read back as wanted: [ReadBack].
    static final String APPLIED = "act.applied";

    /// It failed and every balancer read back as before: [ReadBack].
    static final String RESTORED = "act.restored";

    /// A balancer is neither as wanted nor as before: [ReadBack].
    static final String INTERRUPTED = "act.interrupted";

    /// Written and synced before the first command of an undo: [ReadBack] of what was found.
    static final String UNDOING = "act.undoing";

    /// Taken back by an operator: [ReadBack].
    static final String UNDONE = "act.undone";

    /// Given back at its end: [ReadBack].
    static final String ENDED = "act.ended";

    /// Not given back at its end: [Extended].
    static final String EXTENDED = "lease.extended";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ActEvents() {}

    /// All that it takes to undo.
    ///
    /// @param kind of the plan
    /// @param pool the pool's name
    /// @param backend the backend's name at the balancers
    /// @param reason in the operator's words
    /// @param leaseSeconds how long it stays in force
    /// @param before balancer to knob to value: of the knobs that the act sets
    /// @param stages what to send, the last being the goal
    /// @param preparation how many stages are sent together with the one after them
    /// @param allows what the desk may do later by itself
    record Begun(
            String kind,
            String pool,
            String backend,
            String reason,
            long leaseSeconds,
            Map<String, Map<Knob, Integer>> before,
            List<Map<Knob, Integer>> stages,
            int preparation,
            Map<Knob, Plan.Range> allows) {
        /// Without the values, for an act that is over: only its balancers are still told.
        Begun over() {
            Map<String, Map<Knob, Integer>> names = new LinkedHashMap<>();
            before.keySet().forEach(balancer -> names.put(balancer, Map.of()));
            return new Begun(
                    kind, pool, backend, reason, leaseSeconds, names, List.of(), 0, Map.of());
        }

        Map<Knob, Integer> goal() {
            return stages.isEmpty() ? Map.of() : stages.getLast();
        }
    }

    /// How an act, or its undo, came out.
    ///
    /// @param message for operators
    /// @param values balancer to knob to value as read back; a balancer that could not be read is
    ///   absent
    record ReadBack(String message, Map<String, Map<Knob, Integer>> values) {}

    /// @param endsAt when it will be tried again
    /// @param why it was not given back
    record Extended(Instant endsAt, String why) {}

    static String json(Record body) {
        return JSON.writeValueAsString(body);
    }

    static <T extends Record> T body(Event event, Class<T> shape) throws JournalException {
        try {
            return JSON.readValue(event.body(), shape);
        } catch (JacksonException e) {
            throw new JournalException(
                    ("Event %d of the journal (%s) cannot be understood:"
                                    + " another Spillway wrote it, use that one.")
                            .formatted(event.id(), event.kind()),
                    e);
        }
    }
}
