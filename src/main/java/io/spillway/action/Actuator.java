package io.spillway.action;

import io.spillway.action.ActEvents.Extended;
import io.spillway.action.ActResult.Outcome;
import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plan;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

    /// Who gives back at the end of a lease.
    private static final String ITSELF = "spillway";

    private final Map<String, TrafficControl> controls;
    private final InstantSource clock;
    private final Log log;
    private final Ledger ledger;
    private final Drifts drifts = new Drifts();
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock acting = new ReentrantLock();
    private final Object looking = new Object();
    private String running = "";

    /// @param controls balancer name to its control
    /// @param console the name of this console in the journal
    public Actuator(
            Map<String, TrafficControl> controls,
            Journal journal,
            InstantSource clock,
            String console) {
        this.controls = Map.copyOf(controls);
        this.clock = clock;
        this.log = new Log(journal, clock, console);
        this.ledger = new Ledger(journal);
    }

    /// Applies a plan to every balancer it names, and reads back.
    public ActResult apply(Plan plan, String operator, String reason) {
        if (operator.isBlank() || reason.isBlank()) {
            return refused("", "Nothing was sent: an act needs an operator's name and a reason.");
        }
        String trouble = PlanReview.alone(plan, controls.keySet());
        return trouble.isEmpty()
                ? guarded(() -> applyLocked(plan, operator.strip(), reason.strip()))
                : refused("", trouble);
    }

    private ActResult applyLocked(Plan plan, String operator, String reason)
            throws JournalException {
        List<Act> acts = ledger.acts();
        Act act = Draft.of(plan, operator, reason, clock.instant(), LEASE, acts, random);
        List<Arm> arms = arms(act);
        String trouble = PlanReview.beneath(act, acts);
        for (Arm arm : arms) {
            trouble = trouble.isEmpty() ? moved(plan, arm) : trouble;
        }
        return trouble.isEmpty()
                ? run(act.id(), () -> new Applying(log, act, arms).run())
                : refused("", trouble);
    }

    private List<Arm> arms(Act act) {
        List<Arm> arms = new ArrayList<>();
        for (String balancer : act.balancers()) {
            TrafficControl control = controls.get(balancer);
            if (control != null) {
                arms.add(new Arm(balancer, control, act.begun().backend()));
            }
        }
        return arms;
    }

    private static String moved(Plan plan, Arm arm) {
        try {
            Map<Knob, Integer> planned = plan.balancers().getOrDefault(arm.name(), Map.of());
            return PlanReview.moved(arm.name(), planned, arm.read());
        } catch (ControlException e) {
            return "Nothing was sent, because a balancer cannot be read: %s."
                    .formatted(arm.message(e));
        }
    }

    /// Takes an act back on every balancer that can be reached, and reads back.
    public ActResult undo(String id, String operator) {
        return operator.isBlank()
                ? refused(id, "Nothing was sent: an undo needs an operator's name.")
                : guarded(() -> giveBack(id, operator.strip(), ActEvents.UNDONE));
    }

    /// Gives an act back at its end by an undo. Where that is not safe or does not work, the lease
    /// goes on for [#EXTENSION] and says why.
    ///
    /// @param obstacle a sentence on why the weights of [Lease#before] are not known to be safe;
    ///   empty if they are
    public ActResult expire(String id, String obstacle) {
        return guarded(() -> {
            Act act = find(ledger.acts(), id);
            if (act == null || !act.inForce()) {
                return notInForce(id, act);
            }
            if (clock.instant().isBefore(act.endsAt())) {
                return refused(act.id(), "Act %s goes on: it is not at its end.".formatted(id));
            }
            ActResult result =
                    obstacle.isEmpty()
                            ? giveBack(act.id(), ITSELF, ActEvents.ENDED)
                            : refused(act.id(), obstacle);
            return result.outcome() == Outcome.UNDONE ? result : extend(act, result);
        });
    }

    /// By now something may have been sent, so a journal that fails is told, not thrown.
    private ActResult extend(Act act, ActResult result) {
        Instant until = clock.instant().plus(EXTENSION);
        String why = result.message();
        String message = "Act %s goes on until %s. %s".formatted(act.id(), Words.time(until), why);
        try {
            log.write(ITSELF, ActEvents.EXTENDED, act.id(), new Extended(until, why));
        } catch (JournalException e) {
            String trouble = String.valueOf(e.getMessage());
            message = why.endsWith(trouble) ? why : why + " But " + trouble;
        }
        return new ActResult(act.id(), result.outcome(), message, result.balancers());
    }

    private ActResult giveBack(String id, String author, String kind) throws JournalException {
        List<Act> acts = ledger.acts();
        Act act = find(acts, id);
        if (act == null || !act.inForce()) {
            return notInForce(id, act);
        }
        List<Act> inForce = acts.stream().filter(Act::inForce).toList();
        for (Act newer : inForce.subList(inForce.indexOf(act) + 1, inForce.size())) {
            if (newer.overlaps(act)) {
                return refused(
                        act.id(),
                        "Act %s by %s came after it on %s and is still in force: undo that first."
                                .formatted(newer.id(), newer.operator(), act.begun().pool()));
            }
        }
        return run(act.id(), () -> new Undoing(log, act, inForce).run(author, kind, controls));
    }

    /// Acts in force, and those that ended within the last hour, newest first.
    public List<Lease> leases(Instant now) throws JournalException {
        Instant oldest = now.minus(REMEMBERED);
        return leases(look(), a -> a.inForce() || a.changed().isAfter(oldest));
    }

    /// Every act that ever was applied, newest first.
    public List<Lease> allLeases() throws JournalException {
        return leases(look(), a -> true);
    }

    /// What the journal says while one act, or none, is under way.
    private record Look(List<Act> acts, String running) {}

    /// An act that begins or ends while the journal is read would look as if it had been left half
    /// done, so it waits.
    private Look look() throws JournalException {
        synchronized (looking) {
            return new Look(ledger.acts(), running);
        }
    }

    private static List<Lease> leases(Look look, Predicate<Act> wanted) {
        List<Lease> leases = new ArrayList<>();
        for (Act act : look.acts().reversed()) {
            boolean now = act.id().equals(look.running());
            boolean coming = now && act.status() == Act.Status.BEGUN;
            if (!coming && act.status() != Act.Status.RESTORED && wanted.test(act)) {
                leases.add(act.lease(now));
            }
        }
        return List.copyOf(leases);
    }

    /// Weights that are not as the acts in force left them. A balancer that was read before the
    /// last act or undo there says nothing.
    public List<Drift> drifts(List<BalancerState> balancers) throws JournalException {
        Look look = look();
        return drifts.of(look.acts(), look.running(), balancers);
    }

    private static @Nullable Act find(List<Act> acts, String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        return acts.stream().filter(a -> a.id().equals(wanted)).findFirst().orElse(null);
    }

    private static ActResult notInForce(String id, @Nullable Act act) {
        if (act == null) {
            return refused(id, "There is no act %s: look at the leases for its id.".formatted(id));
        }
        String end =
                switch (act.status()) {
                    case RESTORED -> "was never applied";
                    case ENDED -> "was given back at " + Words.time(act.changed());
                    default -> "was undone at " + Words.time(act.changed());
                };
        return refused(act.id(), "Act %s %s: nothing is left to undo.".formatted(act.id(), end));
    }

    private static ActResult refused(String id, String message) {
        return new ActResult(id, Outcome.REFUSED, message, List.of());
    }

    private interface Doing {
        ActResult run() throws JournalException;
    }

    private ActResult run(String id, Doing doing) throws JournalException {
        running(id);
        try {
            return doing.run();
        } finally {
            running("");
        }
    }

    private void running(String id) {
        synchronized (looking) {
            running = id;
        }
    }

    private ActResult guarded(Doing doing) {
        acting.lock();
        try {
            return doing.run();
        } catch (JournalException e) {
            return refused("", "Nothing was sent. " + e.getMessage());
        } finally {
            acting.unlock();
        }
    }
}
