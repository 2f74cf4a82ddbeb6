package io.spillway.action;

import io.spillway.fleet.Knob;
import java.util.List;
import java.util.Map;

/// What became of an act.
///
/// @param id the act's id, empty if it was refused before it began
/// @param outcome in one word
/// @param message one or two sentences for operators
/// @param balancers what each balancer said when read back
public record ActResult(
        String id, Outcome outcome, String message, List<BalancerResult> balancers) {
    /// In one word.
    public enum Outcome {
        /// Done and read back.
        APPLIED,
        /// A step was done and read back, others follow.
        APPLYING,
        /// Stopped between two steps: to be finished or undone by an operator.
        HALTED,
        /// What was asked for is written down; nothing had to be sent.
        NOTED,
        /// Taken back and read back.
        UNDONE,
        /// Nothing was sent.
        REFUSED,
        /// Something failed; every balancer is as before.
        RESTORED,
        /// Something failed, and at least one balancer could not be restored.
        INTERRUPTED;

        /// The stable word used in JSON.
        public String word() {
            return switch (this) {
                case APPLIED -> "applied";
                case APPLYING -> "applying";
                case HALTED -> "halted";
                case NOTED -> "noted";
                case UNDONE -> "undone";
                case REFUSED -> "refused";
                case RESTORED -> "restored";
                case INTERRUPTED -> "interrupted";
            };
        }

        /// True if what the operator asked for now holds.
        public boolean done() {
            return this == APPLIED || this == APPLYING || this == NOTED || this == UNDONE;
        }
    }

    /// One balancer's part.
    ///
    /// @param name the balancer
    /// @param ok whether it reads back as wanted
    /// @param message what went wrong, empty if nothing
    /// @param values knob to value, as read back; empty if it could not be read
    public record BalancerResult(
            String name, boolean ok, String message, Map<Knob, Integer> values) {}

    public ActResult {
        balancers = List.copyOf(balancers);
    }
}
