package io.spillway.relief.standby;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Standby;
import io.spillway.relief.Plan;
import io.spillway.relief.serving.Member;
import io.spillway.relief.serving.Serving;
import io.spillway.relief.serving.StateChange;
import io.spillway.relief.serving.StateChecks;
import io.spillway.relief.serving.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Plans that bring in servers which stand by, and that take them back.
///
/// They are declared `disabled` at the balancers, so that they are in maintenance there until they
/// are made ready; the balancers' slow start then raises their share from nothing, in a straight
/// line.
public final class StandbyPlans {
    /// The word for [Plan#kind] of a plan that brings servers in.
    public static final String BRING_IN = "standby";

    /// The word for [Plan#kind] of a plan that takes them back.
    public static final String TAKE_BACK = "standby-back";

    private StandbyPlans() {}

    /// Brings in as many as asked for, or as there are, in the pool's order.
    ///
    /// @param count how many, 1 or more
    /// @param madeAt epoch milliseconds
    public static Plan bringIn(Serving serving, int count, long madeAt) {
        List<String> idle = idle(serving);
        return bringIn(serving, idle.subList(0, Math.min(count, idle.size())), madeAt);
    }

    /// Brings in certain servers.
    public static Plan bringIn(Serving serving, List<String> names, long madeAt) {
        Standby standby = serving.pool().standby();
        StateChange change = new StateChange(serving, names, AdminState.READY);
        StateChecks checks = new StateChecks(change).readable();
        configured(checks, names, standby);
        for (Member m : change.changed()) {
            if (m.weight() <= 0) {
                checks.add(
                        false,
                        true,
                        "%s has weight 0 and would get nothing: give it a weight first"
                                .formatted(m.name()));
            }
        }
        ramp(checks, change, standby);
        checks.limit(standby.untilFull().isZero() ? " then" : " at the end of slow start");
        checks.loss(false);
        return change.plan(BRING_IN, madeAt, checks.list(), in(change, standby));
    }

    /// Takes back servers that were brought in; may be applied only if the rest bears the loss of
    /// its largest server. Requests in flight end as usual.
    public static Plan takeBack(Serving serving, List<String> names, long madeAt) {
        StateChange change = new StateChange(serving, names, AdminState.MAINT);
        StateChecks checks = new StateChecks(change).readable();
        configured(checks, names, serving.pool().standby());
        checks.service().limit(" then").loss(true);
        String summary =
                change.changed().isEmpty()
                        ? "Nothing to take back: none of these is in service."
                        : "Take %s of %s back to standby. %d stay in service."
                                .formatted(
                                        Words.some(change.names()),
                                        serving.pool().name(),
                                        change.after().size());
        return change.plan(TAKE_BACK, madeAt, checks.list(), summary);
    }

    /// Names of standby servers that could be brought in, in the pool's order.
    public static List<String> idle(Serving serving) {
        List<String> serves = List.copyOf(serving.now());
        return serving.pool().standby().servers().stream()
                .filter(name -> member(serving, name) && !serves.contains(name))
                .toList();
    }

    /// Names of standby servers that serve, in the order in which they would be taken back.
    public static List<String> returnable(Serving serving) {
        var serves = serving.now();
        List<String> names =
                new ArrayList<>(
                        serving.pool().standby().servers().stream()
                                .filter(serves::contains)
                                .toList());
        Collections.reverse(names);
        return names;
    }

    private static boolean member(Serving serving, String name) {
        return serving.members().stream().anyMatch(m -> m.name().equals(name));
    }

    private static void configured(StateChecks checks, List<String> names, Standby standby) {
        for (String name : names) {
            if (!standby.servers().contains(name)) {
                checks.add(
                        false,
                        true,
                        "%s is no standby server of this pool: name one in its configuration"
                                .formatted(name));
            }
        }
    }

    private static void ramp(StateChecks checks, StateChange change, Standby standby) {
        Duration slow = standby.slowStart();
        checks.add(
                !slow.isZero(),
                false,
                slow.isZero()
                        ? "No slow start is configured: the whole share comes at once"
                        : "Slow start: half of the share after %s, all after %s"
                                .formatted(Words.time(slow.dividedBy(2)), Words.time(slow)));
        for (Member m : change.changed()) {
            if (!slow.isZero() && !m.everywhere(AdminState.MAINT)) {
                checks.add(
                        false,
                        false,
                        "%s does not come out of maintenance, so that slow start does not hold"
                                .formatted(m.name()));
            }
            if (m.oper() == OperState.DOWN) {
                checks.add(
                        false,
                        false,
                        "%s is down: it gets nothing until its checks pass".formatted(m.name()));
            }
        }
    }

    private static String in(StateChange change, Standby standby) {
        Pool pool = change.serving().pool();
        if (change.changed().isEmpty()) {
            return "Nothing to bring in: no standby server of %s is idle.".formatted(pool.name());
        }
        int added = change.changed().size();
        return "Bring in %s for %s: %d instead of %d serve, in full after %s."
                .formatted(
                        Words.some(change.names()),
                        pool.name(),
                        change.before().size() + added,
                        change.before().size(),
                        Words.time(standby.untilFull()));
    }
}
