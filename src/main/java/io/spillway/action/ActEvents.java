package io.spillway.action;

import io.spillway.fleet.Knob;
import io.spillway.journal.Event;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The events that an act leaves in the journal, and the shapes of their bodies. The subject of
/// each is the act's id.
final class ActEvents {
    /// Written and synced before the first command: [Begun].
    static final String BEGUN = "act.begun";

    /// A step, there or back, was read back as wanted, and more are to come: [Stepped].
    static final String STEPPED = "act.stepped";

    /// No further step is sent for now: [Said].
    static final String HALTED = "act.halted";

    /// An operator wants it finished after all: [Said].
    static final String RESUMED = "act.resumed";

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

    /// What the act allows was used: [Values].
    static final String TRIMMED = "act.trimmed";

    /// What a balancer no longer held was sent again: [Said].
    static final String REAPPLIED = "act.reapplied";

    /// What somebody else set is left to them: [Released].
    static final String ACCEPTED = "act.accepted";

    /// How the prediction came out: [Said].
    static final String JUDGED = "act.judged";

    /// Not given back at its end, or extended by an operator: [Extended].
    static final String EXTENDED = "lease.extended";

    /// It has no end any more: [Kept].
    static final String KEPT = "lease.kept";

    /// Written before the first step of the way back: [Ramping].
    static final String RAMPING = "lease.ramping";

    /// It is not given back any further for now: [Said].
    static final String HELD = "lease.held";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private ActEvents() {}

    /// All that it takes to undo.
    ///
    /// @param kind of the plan
    /// @param pool the pool's name
    /// @param backend the backend's name at the balancers, empty if gates are set
    /// @param reason in the operator's words
    /// @param leaseSeconds how long it stays in force
    /// @param before balancer to knob to value: of the knobs that the act sets
    /// @param stages what to send, the last being the goal
    /// @param preparation how many stages are sent together with the one after them
    /// @param allows what the desk may do later by itself
    /// @param expected what was predicted
    /// @param consent who agreed to what lies beyond the guards, or that it was an emergency; empty
    ///   if nothing does
    record Begun(
            String kind,
            String pool,
            String backend,
            String reason,
            long leaseSeconds,
            Map<String, Map<Knob, Integer>> before,
            List<Map<Knob, Integer>> stages,
            int preparation,
            Map<Knob, Plan.Range> allows,
            Expected expected,
            String consent) {
        /// A journal of an earlier version lacks what came later.
        @SuppressWarnings("NullAway") // Jackson passes null for what is missing
        Begun {
            allows = allows == null ? Map.of() : allows;
            expected = expected == null ? Expected.none() : expected;
            consent = consent == null ? "" : consent;
        }

        /// Without the values, for an act that is over: only its balancers are still told.
        Begun over() {
            Map<String, Map<Knob, Integer>> names = new LinkedHashMap<>();
            before.keySet().forEach(balancer -> names.put(balancer, Map.of()));
            return new Begun(
                    kind,
                    pool,
                    backend,
                    reason,
                    leaseSeconds,
                    names,
                    List.of(),
                    0,
                    Map.of(),
                    Expected.none(),
                    consent);
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

    /// @param step how many are done
    /// @param values what the balancers were found to hold of it
    record Stepped(int step, Map<Knob, Integer> values) {}

    /// @param text for operators
    record Said(String text) {}

    /// @param values what is intended from now on
    record Values(Map<Knob, Integer> values) {}

    /// @param knobs balancer to knobs that the act lets go of
    record Released(Map<String, Set<Knob>> knobs) {}

    /// @param endsAt when it will be tried again
    /// @param why it was not given back; empty if an operator wished it so
    record Extended(Instant endsAt, String why) {}

    /// @param permanent whether it becomes part of the balancers' configuration
    record Kept(boolean permanent) {}

    /// @param way what is sent one after another, the last being what was before
    record Ramping(List<Map<Knob, Integer>> way) {}

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
