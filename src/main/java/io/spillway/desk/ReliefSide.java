package io.spillway.desk;

import io.spillway.action.ActResult;
import io.spillway.action.Lease;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Pool;
import io.spillway.relief.Plan;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.Rung;
import io.spillway.relief.standby.Advice;
import io.spillway.watch.Outlook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// All of the desk that concerns relief: plans that would help, plans that are asked for, and what
/// acts in force still need.
final class ReliefSide {
    private final ReliefSettings settings;
    private final boolean keeps;
    private final io.spillway.desk.Advice advice;
    private final Planning planning;
    private final Overload overload;
    private final Cards cards;
    private final Leavings leavings = new Leavings();
    private final Truths truths = new Truths();
    private final Acts acts;
    private final LeaseEnds leaseEnds;
    private final Courses courses;
    private final Verdicts verdicts;
    private final Trims trims;
    private final Scaling scaling;
    private volatile List<KeyRate> keys = List.of();
    private List<Plan> shown = List.of();
    private volatile Relief view = Relief.none();

    /// @param actThread the thread for acts
    /// @param scaling asks what starts servers
    ReliefSide(
            DeskSettings desk,
            io.spillway.desk.Advice advice,
            Acts acts,
            Scaling scaling,
            Executor actThread) {
        this.scaling = scaling;
        this.settings = desk.relief();
        this.keeps = desk.keepsLeases();
        this.advice = advice;
        this.acts = acts;
        planning = new Planning(advice, settings);
        overload = new Overload(advice, planning);
        cards = new Cards(advice, planning, settings);
        Safety safety = new Safety(advice, planning, () -> keys);
        leaseEnds = new LeaseEnds(acts, safety, actThread);
        courses = new Courses(acts, safety, actThread, keeps);
        verdicts = new Verdicts(acts, actThread, desk.deskInterval().toMillis());
        trims = new Trims(acts, actThread);
    }

    /// One tick, on the desk's thread.
    void step(FleetState fleet, List<KeyRate> seen, Outlook outlook, Acts.Book book) {
        keys = seen;
        List<Lease> leases = book.leases();
        Instant now = Instant.ofEpochMilli(fleet.time());
        courses.check(leases, fleet);
        if (keeps) {
            leaseEnds.check(leases, fleet, now);
            verdicts.check(leases, fleet);
            scaling.check(book, now);
        }
        List<Truth> truth = truths.step(leases, book.drifts(), fleet, keys);
        view = view(fleet, outlook, leases, truth);
        shown = cards.of(fleet, keys, view);
    }

    private Relief view(FleetState fleet, Outlook outlook, List<Lease> leases, List<Truth> truth) {
        Map<String, Advice> standby = new LinkedHashMap<>();
        for (Pool pool : fleet.pools()) {
            if (!pool.standby().servers().isEmpty() || settings.scales().containsKey(pool.name())) {
                standby.put(pool.name(), advice.standby(fleet, pool, outlook));
            }
        }
        List<Relief.Leaving> leaving = leavings.step(leases, fleet);
        if (settings.gated().isEmpty()
                || fleet.pools().stream().noneMatch(p -> p.name().equals(settings.gated()))) {
            return new Relief("", List.of(), List.of(), -1, Double.NaN, standby, leaving, truth);
        }
        GateInput input = planning.gates(fleet, keys);
        if (keeps) {
            trims.check(leases, input);
        }
        List<Relief.Gate> gates = GateView.gates(input);
        List<Rung> rungs = settings.ladder().rungs();
        return new Relief(
                settings.gated(),
                gates,
                rungs.stream().map(Rung::name).toList(),
                GateView.rung(gates, rungs),
                GateView.refused(gates),
                standby,
                leaving,
                truth);
    }

    /// What would help, most helpful first.
    List<Plan> cards() {
        return shown;
    }

    /// How gates stand, and who leaves.
    Relief view() {
        return view;
    }

    /// The plan that is asked for. Called on the thread for acts.
    Reply plan(PlanRequest what, FleetState fleet) {
        try {
            return planning.reply(what, fleet, keys);
        } catch (IllegalArgumentException e) {
            return new Reply(false, String.valueOf(e.getMessage()), null, null);
        }
    }

    /// Applies a plan, if nothing stands against it now. Called on the thread for acts.
    Reply apply(Command.Apply command, FleetState fleet) {
        Plan plan = command.plan();
        if (plan.backend().isEmpty() && !settings.gated().equals(plan.pool())) {
            return new Reply(
                    false,
                    "Nothing was sent: the pool '%s' has no gates, make a new plan"
                            .formatted(plan.pool()),
                    null,
                    null);
        }
        if (!plan.backend().isEmpty()) {
            Reply reply = acts.apply(command, (p, pool) -> look(p, pool, fleet));
            return scaled(command, reply);
        }
        Plan honest = overload.honest(plan, settings.guards(plan.pool()), fleet, keys);
        Command.Apply same =
                new Command.Apply(
                        honest,
                        command.operator(),
                        command.reason(),
                        command.window(),
                        command.consent());
        return acts.apply(same, (p, pool) -> look(p, pool, fleet));
    }

    private Overload.Scrutiny look(Plan plan, Pool pool, FleetState fleet) {
        return overload.look(plan, pool, settings.guards(pool.name()), fleet, keys);
    }

    private Reply scaled(Command.Apply command, Reply reply) {
        ActResult result = reply.result();
        if (result == null || !reply.done()) {
            return reply;
        }
        Plan plan = command.plan();
        String more =
                scaling.asked(
                        plan,
                        result,
                        command.operator(),
                        command.reason(),
                        view.standby().get(plan.pool()));
        return more.isEmpty() ? reply : reply.and(more);
    }

    /// Does what was decided about an act. Called on the thread for acts.
    Reply onLease(Command.OnLease command, Picture latest) {
        Reply reply = acts.onLease(command);
        ActResult result = reply.result();
        if (command.act() == LeaseAct.END && result != null) {
            courses.takeBack(result.id());
        }
        if (!reply.done() || command.act() != LeaseAct.PERMANENT || result == null) {
            return reply;
        }
        List<String> lines =
                latest.leases().stream()
                        .filter(l -> l.id().equals(result.id()))
                        .flatMap(l -> ConfigLines.of(l).stream())
                        .toList();
        return new Reply(
                true,
                "%s Write into the balancers' configuration:\n%s"
                        .formatted(reply.message(), String.join("\n", lines)),
                null,
                result);
    }
}
