package io.spillway.desk;

import io.spillway.alarm.OperatorAct;
import io.spillway.alarm.rule.Rule;
import io.spillway.relief.Plan;

/// What a window or a command asks of the desk. The desk alone acts.
public sealed interface Command {
    /// A command with the proof of who sends it, which a desk with operators asks for; others do
    /// without. A window proves it once, by a signed [Operate]; a command line with each act.
    ///
    /// @param act not signed itself
    /// @param secret of the operator in whose name the act is; empty if none was given; never shown
    record Signed(Command act, String secret) implements Command {
        public Signed {
            if (act instanceof Signed) {
                throw new IllegalArgumentException("signed twice");
            }
        }

        @Override
        public String toString() {
            return "Signed[act=%s]".formatted(act);
        }
    }

    /// Enter Operate mode, deliberately, under a name. It ends 15 minutes after the last act.
    record Operate(String operator) implements Command {}

    /// Back to Observe mode.
    record Observe() implements Command {}

    /// Compute a fresh plan. The answer carries it.
    record MakePlan(PlanRequest what) implements Command {}

    /// Apply a plan.
    ///
    /// @param window true if it comes from a button, which needs Operate mode; a command line names
    ///   its operator in the same breath and needs none
    /// @param consent by what right it goes beyond the guards, if it does
    record Apply(Plan plan, String operator, String reason, boolean window, Consent consent)
            implements Command {
        /// An act within the guards.
        public Apply(Plan plan, String operator, String reason, boolean window) {
            this(plan, operator, reason, window, Consent.NONE);
        }
    }

    /// Take an act back.
    ///
    /// @param id of the lease
    /// @param window as in [Apply]
    record Undo(String id, String operator, boolean window) implements Command {}

    /// Decide about an act in force.
    ///
    /// @param id of the lease
    /// @param window as in [Apply]
    record OnLease(LeaseAct act, String id, String operator, boolean window) implements Command {}

    /// Acknowledge, shelve, silence and the like. Changes no traffic and needs no Operate mode.
    record OnAlarms(OperatorAct act) implements Command {}

    /// What became of alarms, from the journal.
    ///
    /// @param search words that all have to stand in an event's text, id or author; empty for all
    /// @param from epoch milliseconds
    /// @param to epoch milliseconds
    record AlarmHistory(String search, long from, long to) implements Command {}

    /// What the fleet went through from one time to another within the last 28 days, in steps of at
    /// least a minute. The answer carries it.
    ///
    /// @param from epoch milliseconds
    /// @param to epoch milliseconds
    record PastWindow(long from, long to) implements Command {}

    /// A server's own last minutes. Changes nothing; the answer carries them.
    record ServerPast(String pool, String server) implements Command {}

    /// How often a rule would have rung, had it held in the past. Changes nothing; the answer's
    /// message says it, and which span was looked at.
    ///
    /// @param edited a rule there is, with other limits, delays or priority
    record BackTestRule(Rule edited) implements Command {}

    /// Lets an edited rule hold from now on, and keeps it beside the configuration.
    ///
    /// @param edited a rule there is, with other limits, delays or priority
    record SaveRule(Rule edited, String operator) implements Command {}

    /// Whether a workstation can sound alarms. Changes no traffic and needs no Operate mode.
    ///
    /// @param workstation as operators call it
    /// @param trouble why nothing can be heard there, a sentence; empty if it is well again
    record Sound(String workstation, String trouble) implements Command {}
}
