package io.spillway.action;

import io.spillway.fleet.Knob;
import io.spillway.relief.Plan;
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
/// @param endsAt when a console gives it back by itself; null once it has ended or if it was kept
/// @param state where it stands
/// @param message one sentence on where it stands, empty if nothing needs saying
/// @param balancers names of the balancers it changed
/// @param before what undo brings back: balancer to knob to value; empty if unknown
/// @param course how far it is and what it intends now
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
        Map<String, Map<Knob, Integer>> before,
        Course course) {
    /// Where an act stands.
    public enum State {
        /// Some of its steps are done, the next follows when all is well.
        APPLYING,
        /// Stopped between two steps: to be finished or undone by an operator.
        HALTED,
        /// Applied, read back, in force.
        ACTIVE,
        /// It is given back step by step.
        RAMPING,
        /// Begun and never finished: the process died, or the balancer could not be restored.
        INTERRUPTED,
        /// Taken back by an operator, verified.
        UNDONE,
        /// Given back at its end, verified.
        ENDED;

        /// The stable word used in JSON.
        public String word() {
            return switch (this) {
                case APPLYING -> "applying";
                case HALTED -> "halted";
                case ACTIVE -> "active";
                case RAMPING -> "ramping";
                case INTERRUPTED -> "interrupted";
                case UNDONE -> "undone";
                case ENDED -> "ended";
            };
        }
    }

    /// How far an act is, and what it wants.
    ///
    /// @param step how many steps are done, there or on the way back
    /// @param steps of how many
    /// @param permanent whether it was made part of the balancers' configuration
    /// @param intended what it wants the balancers to hold now; empty if unknown
    /// @param allows what this desk may do by itself
    /// @param next what is sent next on the way back; empty unless it ramps
    /// @param expected what was predicted
    /// @param verdict how that came out, empty until known
    /// @param consent who agreed to what lies beyond the guards; empty if nothing does
    /// @param changed when the balancers were last changed for it, epoch milliseconds
    public record Course(
            int step,
            int steps,
            boolean permanent,
            Map<Knob, Integer> intended,
            Map<Knob, Plan.Range> allows,
            Map<Knob, Integer> next,
            Expected expected,
            String verdict,
            String consent,
            long changed) {
        /// Of one step, of which no more is known.
        public static Course unknown() {
            return new Course(
                    1, 1, false, Map.of(), Map.of(), Map.of(), Expected.none(), "", "", 0);
        }
    }

    public Lease {
        balancers = List.copyOf(balancers);
        before = Map.copyOf(before);
    }

    /// True while the act still shapes traffic and may be undone.
    public boolean inForce() {
        return state != State.UNDONE && state != State.ENDED;
    }

    /// True if an operator must finish it or take it back.
    public boolean stuck() {
        return state == State.HALTED || state == State.INTERRUPTED;
    }
}
