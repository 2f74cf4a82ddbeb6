package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.Pool;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.GatePlan;
import io.spillway.relief.gate.GateSetting;
import io.spillway.relief.serving.Serving;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Says whether it is safe to let a pool be as it was before an act.
final class Safety {
    private final Advice advice;
    private final Planning planning;
    private final Supplier<List<KeyRate>> keys;

    /// @param keys who and what sends how much now
    Safety(Advice advice, Planning planning, Supplier<List<KeyRate>> keys) {
        this.advice = advice;
        this.planning = planning;
        this.keys = keys;
    }

    /// A sentence on why it is not safe to give an act back, empty if it is.
    String obstacle(Lease lease, FleetState fleet) {
        for (Map<Knob, Integer> values : lease.before().values()) {
            String obstacle = obstacle(lease, values, fleet);
            if (!obstacle.isEmpty()) {
                return obstacle;
            }
        }
        return lease.before().isEmpty() ? unknown(lease) : "";
    }

    /// A sentence on why it is not safe to set these values, empty if it is.
    String obstacle(Lease lease, Map<Knob, Integer> values, FleetState fleet) {
        for (Pool pool : fleet.pools()) {
            if (pool.name().equals(lease.pool())) {
                return obstacle(lease, values, fleet, pool);
            }
        }
        return ("Pool %s is not configured any more, so nobody can tell whether giving it back is"
                        + " safe: configure it again, or undo %s if you know that it is.")
                .formatted(lease.pool(), lease.id());
    }

    private String obstacle(Lease lease, Map<Knob, Integer> values, FleetState fleet, Pool pool) {
        double highest = highest(lease, values, fleet, pool);
        if (Double.isNaN(highest)) {
            return unknown(lease);
        }
        return highest <= pool.cpuLimit()
                ? ""
                : "With the old %s %s would reach %s, its limit is %s."
                        .formatted(
                                has(values, Kind.WEIGHT) ? "weights" : "values",
                                pool.name(),
                                percent(highest),
                                percent(pool.cpuLimit()));
    }

    private static String unknown(Lease lease) {
        boolean gates = lease.backend().isEmpty();
        return ("%s %s is not wholly known, so nobody can tell whether giving it back is"
                        + " safe: see to its metrics%s, or undo %s if you know that it is.")
                .formatted(
                        gates ? "The CPU or what is refused of" : "The CPU of",
                        lease.pool(),
                        gates ? " and the balancers' stick tables" : "",
                        lease.id());
    }

    private static boolean has(Map<Knob, Integer> values, Kind kind) {
        return values.keySet().stream().anyMatch(k -> k.kind() == kind);
    }

    /// The highest CPU share that these values would bring, 0..1; NaN if it cannot be told.
    private double highest(Lease lease, Map<Knob, Integer> values, FleetState fleet, Pool pool) {
        if (lease.backend().isEmpty()) {
            return planning.gated(pool) ? gates(values, fleet) : Double.NaN;
        } else if (has(values, Kind.STATE)) {
            return serving(values, planning.serving(fleet, pool), pool);
        }
        return advice.busiestWith(fleet, pool, values);
    }

    private static double serving(Map<Knob, Integer> values, Serving serving, Pool pool) {
        Set<String> now = serving.now();
        Set<String> then = Effects.serving(serving, values);
        if (then.containsAll(now)) {
            // More serve than before: nobody gets more than now.
            double highest = serving.highest(now);
            return Double.isNaN(highest) ? 0 : Math.min(highest, pool.cpuLimit());
        }
        // What is taken away must not be missed when another one is lost.
        return then.size() < pool.required(serving.members().size())
                ? Double.POSITIVE_INFINITY
                : serving.afterLosingOne(then);
    }

    private double gates(Map<Knob, Integer> values, FleetState fleet) {
        List<KeyRate> told = keys.get();
        return gates(values, planning.gates(fleet, told), told);
    }

    /// The highest CPU share with gates and caps at these values, 0..1; NaN if it cannot be told.
    static double gates(Map<Knob, Integer> values, GateInput input, List<KeyRate> told) {
        int balancers = input.pool().balancers().size();
        return GatePlan.highest(
                input,
                GateSetting.of("before", values, balancers),
                Sources.heldBack(values, input, told));
    }

    /// To a tenth, as a whole percent would show both sides of a limit alike.
    private static String percent(double share) {
        var format = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return Double.isInfinite(share) ? "more than it has" : format.format(100 * share) + " %";
    }
}
