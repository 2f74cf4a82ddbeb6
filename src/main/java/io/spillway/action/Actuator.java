package io.spillway.action;

import io.spillway.control.TrafficControl;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Changes traffic, and gives it back.
///
/// One act at a time: [#apply], [#undo] and [#expire] block while they speak to balancers; the
/// other methods answer at once from any thread. What is in force is told by the journal alone, so
/// that another process, or this one after a crash, sees the same. Only one process may act on one
/// journal at a time, and sees to that itself.
public final class Actuator {
    /// How long an act stays in force before a console gives it back.
    public static final Duration LEASE = Duration.ofMinutes(30);

    /// How long a lease goes on when it could not be given back at its end.
    public static final Duration EXTENSION = Duration.ofMinutes(10);

    /// How long an act that has ended is still told.
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Acting acting;
    private final Forward forward;
    private final Backward backward;
    private final Terms terms;
    private final Drifts drifts = new Drifts();

    /// @param controls balancer name to its control
    /// @param console the name of this console in the journal
    public Actuator(
            Map<String, TrafficControl> controls,
            Journal journal,
            InstantSource clock,
            String console) {
        acting = new Acting(controls, journal, clock, console);
        forward = new Forward(acting);
        backward = new Backward(acting);
        terms = new Terms(acting);
    }

    /// Sets what no act may take away from now on.
    public void floor(Floor floor) {
        acting.floor(floor);
    }

    /// Applies a plan to every balancer it names, and reads back. Of a plan in several steps only
    /// the first is done; [#proceed] does each other.
    public ActResult apply(Plan plan, String operator, String reason) {
        return forward.apply(plan, operator, reason, "");
    }

    /// The same for a plan beyond the guards.
    ///
    /// @param consent who agreed, or that it was an emergency; it is kept with the act
    public ActResult apply(Plan plan, String operator, String reason, String consent) {
        return forward.apply(plan, operator, reason, consent);
    }

    /// Sends the next step of an act that this process began.
    public ActResult proceed(String id) {
        return forward.proceed(id);
    }

    /// Sends no further step of an act for now: an operator is to finish it or take it back.
    ///
    /// @param why a sentence
    public ActResult halt(String id, String why) {
        return forward.halt(id, why);
    }

    /// Sends what is still to come of an act that was stopped half-way.
    public ActResult finish(String id, String operator) {
        return forward.finish(id, operator);
    }

    /// Takes an act back on every balancer that can be reached, and reads back.
    public ActResult undo(String id, String operator) {
        return backward.undo(id, operator);
    }

    /// Gives an act back at its end, step by step where it is large: [#rampOn] does each further
    /// one. Where that is not safe or does not work, the lease goes on for [#EXTENSION] and says
    /// why.
    ///
    /// @param obstacle a sentence on why the values of [Lease#before] are not known to be safe;
    ///   empty if they are
    public ActResult expire(String id, String obstacle) {
        return backward.expire(id, obstacle);
    }

    /// Gives an act back now, step by step, on an operator's word.
    public ActResult rampBack(String id, String operator) {
        return backward.rampBack(id, operator);
    }

    /// Sends the next step of the way back of an act that ramps, whichever process began that.
    public ActResult rampOn(String id) {
        return backward.rampOn(id);
    }

    /// Writes down why an act on its way back is not taken further, once for each step.
    ///
    /// @param why a sentence
    public ActResult hold(String id, String why) {
        return backward.hold(id, why);
    }

    /// Moves the end of an act.
    ///
    /// @param more counted from its present end, or from now where that is later
    public ActResult extend(String id, String operator, Duration more) {
        return terms.extend(id, operator, more);
    }

    /// Takes the end from an act: it goes on until somebody undoes it.
    ///
    /// @param permanent whether it becomes part of the balancers' configuration
    public ActResult keep(String id, String operator, boolean permanent) {
        return terms.keep(id, operator, permanent);
    }

    /// Moves what an act set within what it allows.
    ///
    /// @param why a sentence
    public ActResult trim(String id, Map<Knob, Integer> values, String why) {
        return terms.trim(id, values, why);
    }

    /// Sends again what balancers no longer hold of an act.
    public ActResult reapply(String id, String operator) {
        return terms.reapply(id, operator);
    }

    /// Leaves what balancers hold otherwise to whoever set it: the act wants it no longer, and its
    /// undo will not touch it.
    public ActResult accept(String id, String operator) {
        return terms.accept(id, operator);
    }

    /// Writes down how the prediction of an act came out.
    public void judge(String id, String verdict) throws JournalException {
        terms.judge(id, verdict);
    }

    /// Acts in force, and those that ended within the last hour, newest first.
    public List<Lease> leases(Instant now) throws JournalException {
        Instant oldest = now.minus(REMEMBERED);
        return leases(acting.look(), a -> a.inForce() || a.now().changed().isAfter(oldest));
    }

    /// Every act that ever was applied, newest first.
    public List<Lease> allLeases() throws JournalException {
        return leases(acting.look(), a -> true);
    }

    private List<Lease> leases(Acting.Look look, Predicate<Act> wanted) {
        List<Lease> leases = new ArrayList<>();
        for (Act act : look.acts().reversed()) {
            boolean now = act.id().equals(look.running());
            boolean coming = now && act.status() == Act.Status.BEGUN;
            if (!coming && act.status() != Act.Status.RESTORED && wanted.test(act)) {
                leases.add(LeaseView.of(act, now, acting.ours().contains(act.id())));
            }
        }
        return List.copyOf(leases);
    }

    /// Weights that are not as the acts in force left them. A balancer that was read before the
    /// last act or undo there says nothing.
    public List<Drift> drifts(List<BalancerState> balancers) throws JournalException {
        Acting.Look look = acting.look();
        return drifts.of(look.acts(), look.running(), balancers);
    }
}
