package io.spillway.relief.drain;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import io.spillway.relief.Plan;
import io.spillway.relief.serving.Member;
import io.spillway.relief.serving.Serving;
import io.spillway.relief.serving.StateChange;
import io.spillway.relief.serving.StateChecks;
import io.spillway.relief.serving.Words;
import java.util.List;

/// Plans that drain servers, put them into maintenance, or make them ready again.
public final class DrainPlans {
    /// The word for [Plan#kind] of a plan after which no new clients come, but known ones do.
    public static final String DRAIN = "drain";

    /// The word for [Plan#kind] of a plan after which nobody comes, and checks stop.
    public static final String MAINTENANCE = "maintenance";

    /// The word for [Plan#kind] of a plan after which all come again.
    public static final String READY = "ready";

    private DrainPlans() {}

    /// New clients go elsewhere; those that stick to a server keep coming, and requests in flight
    /// end as usual.
    ///
    /// @param madeAt epoch milliseconds
    public static Plan drain(Serving serving, List<String> names, long madeAt) {
        StateChange change = new StateChange(serving, names, AdminState.DRAIN);
        StateChecks checks = leaving(change, names);
        checks.add(
                true,
                false,
                "Clients that stick to a server by cookie keep coming until they leave it");
        return change.plan(DRAIN, madeAt, checks.list(), summary("Drain", change));
    }

    /// Nobody comes any more; requests in flight end as usual.
    public static Plan maintenance(Serving serving, List<String> names, long madeAt) {
        StateChange change = new StateChange(serving, names, AdminState.MAINT);
        StateChecks checks = leaving(change, names);
        checks.add(
                true,
                false,
                "Clients that stick to a server by cookie are sent to others, health checks stop");
        return change.plan(
                MAINTENANCE, madeAt, checks.list(), summary("Put into maintenance", change));
    }

    /// All come again: at once after a drain, by slow start after maintenance.
    public static Plan ready(Serving serving, List<String> names, long madeAt) {
        StateChange change = new StateChange(serving, names, AdminState.READY);
        StateChecks checks = new StateChecks(change).readable();
        known(checks, serving, names);
        for (Member m : change.changed()) {
            boolean rests = m.everywhere(AdminState.MAINT);
            checks.add(
                    true,
                    false,
                    rests
                            ? m.name() + " comes back by the balancers' slow start, if it has one"
                            : m.name() + " has its whole share at once");
            if (m.oper() == OperState.DOWN) {
                checks.add(
                        false,
                        false,
                        "%s is down: it gets nothing until its checks pass".formatted(m.name()));
            }
        }
        checks.service().limit(" then");
        String summary =
                change.changed().isEmpty()
                        ? "Nothing to do: all of these are ready."
                        : "Make %s of %s ready."
                                .formatted(Words.some(change.names()), serving.pool().name());
        return change.plan(READY, madeAt, checks.list(), summary);
    }

    private static StateChecks leaving(StateChange change, List<String> names) {
        StateChecks checks = new StateChecks(change).readable();
        known(checks, change.serving(), names);
        checks.service().limit(" then").loss(false);
        double inFlight = inFlight(change);
        checks.add(
                true,
                false,
                Double.isNaN(inFlight)
                        ? "How many requests are in flight there is not known"
                        : Words.count(Math.round(inFlight), "request") + " in flight there now");
        return checks;
    }

    private static void known(StateChecks checks, Serving serving, List<String> names) {
        for (String name : names) {
            if (serving.members().stream().noneMatch(m -> m.name().equals(name))) {
                checks.add(
                        false,
                        true,
                        "%s has no server %s: check the name"
                                .formatted(serving.pool().name(), name));
            }
        }
    }

    private static double inFlight(StateChange change) {
        return change.changed().stream().mapToDouble(Member::inFlight).sum();
    }

    private static String summary(String verb, StateChange change) {
        if (change.changed().isEmpty()) {
            return "Nothing to do: all of these are so already.";
        }
        double[] shares = change.serving().shares(change.before());
        double moved = 0;
        for (int i = 0; i < shares.length; i++) {
            Member m = change.serving().members().get(i);
            moved += change.after().contains(m.name()) ? 0 : shares[i];
        }
        return "%s %s of %s: %s of its load goes to %s."
                .formatted(
                        verb,
                        Words.some(change.names()),
                        change.serving().pool().name(),
                        Words.percent(moved),
                        Words.count(change.after().size(), "other"));
    }
}
