package io.spillway.desk;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Pool;
import io.spillway.relief.Plan;
import io.spillway.relief.standby.StandbyPlans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Plans that are worth showing, ranked: what helps most for the least harm comes first. None is
/// ever applied by itself.
///
/// The order of remedies: spread the load anew, bring in servers, turn away the least critical. A
/// later one is shown only where an earlier one does not bring the pool below its limit.
final class Cards {
    private final Advice advice;
    private final Planning planning;
    private final ReliefSettings settings;

    Cards(Advice advice, Planning planning, ReliefSettings settings) {
        this.advice = advice;
        this.planning = planning;
        this.settings = settings;
    }

    List<Plan> of(FleetState fleet, List<KeyRate> keys, Relief view) {
        List<Plan> cards = new ArrayList<>();
        for (Pool pool : fleet.pools()) {
            Plan even = advice.plan(fleet, pool);
            if (even.applicable()) {
                cards.add(even);
            }
            var more = view.standby().get(pool.name());
            if (more != null && more.change() > 0) {
                add(
                        cards,
                        StandbyPlans.bringIn(
                                planning.serving(fleet, pool), more.change(), fleet.time()));
            }
            boolean hot = highest(even, pool) > pool.cpuLimit() - 1e-9;
            if (pool.name().equals(settings.gated()) && hot) {
                gate(cards, fleet, keys, view);
            }
        }
        cards.sort(Comparator.comparingDouble(Cards::merit).reversed());
        return List.copyOf(cards);
    }

    /// The pool's busiest once the load is spread as well as it goes.
    private static double highest(Plan even, Pool pool) {
        double highest = even.applicable() ? even.after() : even.before();
        return Double.isNaN(highest) ? 0 : Math.min(highest, 1 + pool.cpuLimit());
    }

    private void gate(List<Plan> cards, FleetState fleet, List<KeyRate> keys, Relief view) {
        int next = GateView.tighter(view.gates(), settings.ladder().rungs());
        if (next >= 0) {
            add(cards, planning.plan(new PlanRequest.Gate(Integer.toString(next)), fleet, keys));
        }
    }

    private static void add(List<Plan> cards, Plan plan) {
        if (plan.applicable()) {
            cards.add(plan);
        }
    }

    /// Points of CPU that the busiest server is relieved of, less what it costs: a refused request
    /// is worse than a server brought in, that is worse than a weight. Warnings count against it.
    private static double merit(Plan plan) {
        double gain = plan.before() - plan.after();
        double cost =
                switch (plan.kind()) {
                    case StandbyPlans.BRING_IN -> 0.05;
                    case "gate", "cap" -> 0.25;
                    default -> 0;
                };
        long warnings = plan.checks().stream().filter(c -> !c.passed()).count();
        return (Double.isNaN(gain) ? 0 : gain) + plan.before() - cost - 0.02 * warnings;
    }
}
