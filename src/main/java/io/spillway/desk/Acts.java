package io.spillway.desk;

import io.spillway.action.ActResult;
import io.spillway.action.Actuator;
import io.spillway.action.Drift;
import io.spillway.action.Lease;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Pool;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who may act, and the acts themselves. Called on one thread, the desk's thread for acts; the mode
/// may be read on any, and the book on one at a time.
final class Acts {
    private static final Logger LOG = LoggerFactory.getLogger(Acts.class);

    /// How long Operate lasts without an act, by the wall clock.
    static final Duration OPERATE = Duration.ofMinutes(15);

    private final Actuator actuator;
    private final InstantSource clock;
    private final Duration operate;
    private final List<Pool> pools;
    private final Clearing clearing;
    private final Mode observe;
    private volatile Mode mode;
    private volatile List<BalancerState> balancers = List.of();
    private Book book = new Book(List.of(), List.of(), "");

    /// @param speed seconds of the desk's time a second
    /// @param pools those that may be acted on
    /// @param clearing sees to what lies beyond the guards
    Acts(
            Actuator actuator,
            InstantSource clock,
            double speed,
            List<Pool> pools,
            Clearing clearing) {
        this.clearing = clearing;
        this.pools = pools;
        this.actuator = actuator;
        this.clock = clock;
        actuator.floor(new InService(pools, () -> balancers));
        this.observe = new Mode("", null, clearing.secrets());
        this.mode = observe;
        this.operate = Duration.ofMillis(Math.round(OPERATE.toMillis() * speed));
    }

    /// The mode at a time: Operate ends by itself.
    Mode mode(Instant now) {
        Instant until = mode.until();
        if (until != null && !now.isBefore(until)) {
            mode = observe;
        }
        return mode;
    }

    Reply operate(String operator) {
        if (operator.isBlank()) {
            return refused("Operate needs a name: enter yours");
        }
        mode = operating(operator.strip());
        return new Reply(true, "", null, null);
    }

    private Mode operating(String operator) {
        return new Mode(operator, clock.instant().plus(operate), observe.secrets());
    }

    Reply observe() {
        mode = observe;
        return new Reply(true, "", null, null);
    }

    /// @param look what stands against a plan as things are now
    Reply apply(Command.Apply command, BiFunction<Plan, Pool, Overload.Scrutiny> look) {
        Optional<Reply> refusal =
                mayAct(command.window(), command.operator()).or(() -> unknown(command.plan()));
        return refusal.orElseGet(() -> {
            Pool pool = Servings.pool(pools, command.plan().pool());
            Overload.Scrutiny seen = look.apply(command.plan(), pool);
            if (!seen.trouble().isEmpty()) {
                return refused("Nothing was sent: " + seen.trouble());
            }
            Clearing.Outcome clear = clearing.of(command, seen.broken(), clock.instant());
            if (!clear.granted()) {
                String why = "Nothing was sent. " + clear.text();
                return clear.waits() ? Reply.asking(why) : refused(why);
            }
            return reply(() ->
                    actuator.apply(
                            command.plan(), command.operator(), command.reason(), clear.text()));
        });
    }

    Reply onLease(Command.OnLease command) {
        Optional<Reply> refusal = mayAct(command.window(), command.operator());
        String id = command.id();
        String operator = command.operator();
        return refusal.orElseGet(() ->
                reply(() ->
                        switch (command.act()) {
                            case KEEP -> actuator.keep(id, operator, false);
                            case PERMANENT -> actuator.keep(id, operator, true);
                            case EXTEND -> actuator.extend(id, operator, Actuator.LEASE);
                            case END -> actuator.rampBack(id, operator);
                            case FINISH -> actuator.finish(id, operator);
                            case REAPPLY -> actuator.reapply(id, operator);
                            case ACCEPT -> actuator.accept(id, operator);
                        }));
    }

    /// Sends the next step of an act that this desk began.
    void proceed(String id) {
        went(id, reply(() -> actuator.proceed(id)));
    }

    /// Sends the next step of an act on its way back.
    void rampOn(String id) {
        went(id, reply(() -> actuator.rampOn(id)));
    }

    /// Writes down why an act on its way back is not taken further.
    void hold(String id, String why) {
        went(id, reply(() -> actuator.hold(id, why)));
    }

    /// Stops an act between two steps.
    void halt(String id, String why) {
        went(id, reply(() -> actuator.halt(id, why)));
    }

    /// Moves what an act set, within what it allows.
    void trim(String id, Map<Knob, Integer> values, String why) {
        went(id, reply(() -> actuator.trim(id, values, why)));
    }

    /// Writes down how an act came out.
    void judge(String id, String verdict) {
        try {
            actuator.judge(id, verdict);
        } catch (JournalException e) {
            LOG.error("A verdict could not be written", e);
        }
    }

    private static void went(String id, Reply reply) {
        LOG.info("Act {}: {}", id, reply.message());
    }

    Reply undo(Command.Undo command) {
        Optional<Reply> refusal = mayAct(command.window(), command.operator());
        return refusal.orElseGet(
                () -> reply(() -> actuator.undo(command.id(), command.operator())));
    }

    /// Gives one act back at its end, or extends it where that is not known to be safe.
    ///
    /// @param obstacle a sentence on why it is not, empty if it is
    void expire(Lease lease, String obstacle) {
        Reply reply = reply(() -> actuator.expire(lease.id(), obstacle));
        LOG.info("Act {} was at its end: {}", lease.id(), reply.message());
    }

    /// What is in force, from the journal; what was last known and a sentence if that fails.
    Book book(Instant now, List<BalancerState> read) {
        balancers = read;
        try {
            book = new Book(actuator.leases(now), actuator.drifts(read), "");
        } catch (JournalException e) {
            book = new Book(book.leases(), book.drifts(), String.valueOf(e.getMessage()));
        }
        return book;
    }

    /// What is in force.
    ///
    /// @param trouble one sentence if the journal cannot be read, else empty
    record Book(List<Lease> leases, List<Drift> drifts, String trouble) {}

    private Optional<Reply> mayAct(boolean window, String operator) {
        if (!window) {
            return Optional.empty();
        }
        Mode now = mode(clock.instant());
        if (!now.operate() || !now.operator().equals(operator)) {
            return Optional.of(refused("Nothing was changed: enter Operate mode first"));
        }
        mode = operating(now.operator());
        return Optional.empty();
    }

    /// A plan may come from a file, and the configuration may have changed since.
    private Optional<Reply> unknown(Plan plan) {
        boolean known =
                pools.stream()
                        .anyMatch(p ->
                                p.name().equals(plan.pool())
                                        && (plan.backend().isEmpty()
                                                || p.backend().equals(plan.backend())));
        String refusal =
                "Nothing was changed: there is no pool '%s' with backend '%s', make a new plan"
                        .formatted(plan.pool(), plan.backend());
        return known ? Optional.empty() : Optional.of(refused(refusal));
    }

    private interface Act {
        ActResult run() throws JournalException;
    }

    private static Reply reply(Act act) {
        try {
            ActResult result = act.run();
            return new Reply(result.outcome().done(), result.message(), null, result);
        } catch (JournalException e) {
            LOG.error("The journal failed", e);
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static Reply refused(@Nullable String message) {
        return new Reply(false, String.valueOf(message), null, null);
    }
}
