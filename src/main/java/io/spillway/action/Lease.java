package io.spillway.action;

import io.spillway.fleet.Knob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An act that changed traffic, for as long as it is remembered as in force.
///
/// @param id short and unique, as typed after `undo`
/// @param kind of the plan, `redistribute`
/// @param pool the pool's name
/// @param backend the backend's name at the balancers, empty if gates were set
/// @param operator who did it
/// @param reason why, in the operator's words
/// @param since when it was applied
/// @param endsAt when a console gives it back by itself; null once it has ended
/// @param state where it stands
/// @param message one sentence on where it stands, empty if nothing needs saying
/// @param balancers names of the balancers it changed
/// @param before what undo brings back: balancer to knob to value; empty if unknown
public record Lease(
        String id,
        String kind,
        String pool,
        String backend,
        String operator,
        String reason,
        Instant since,
        @Nullable Instant endsAt,
        State state,
        String message,
        List<String> balancers,
        Map<String, Map<Knob, Integer>> before) {
    /// Where an act stands.
    public enum State {
        /// Applied, read back, in force.
        ACTIVE,
        /// Begun and never finished: the process died, or the balancer could not be restored.
        INTERRUPTED,
        /// Taken back by an operator, verified.
        UNDONE,
        /// Given back at its end, verified.
        ENDED;

        /// The stable word used in JSON.
        public String word() {
            return switch (this) {
                case ACTIVE -> "active";
                case INTERRUPTED -> "interrupted";
                case UNDONE -> "undone";
                case ENDED -> "ended";
            };
        }
    }

    public Lease {
        balancers = List.copyOf(balancers);
        before = Map.copyOf(before);
    }

    /// An act of which is not known what undo would bring back, on the backend that has the name of
    /// its pool.
    public Lease(
            String id,
            String kind,
            String pool,
            String operator,
            String reason,
            Instant since,
            @Nullable Instant endsAt,
            State state,
            String message,
            List<String> balancers) {
        this(
                id, kind, pool, pool, operator, reason, since, endsAt, state, message, balancers,
                Map.of());
    }

    /// True while the act still shapes traffic and may be undone.
    public boolean inForce() {
        return state == State.ACTIVE || state == State.INTERRUPTED;
    }
}
