package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.Pool;
import io.spillway.relief.Plan;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.GatePlan;
import io.spillway.relief.gate.GateSetting;
import io.spillway.relief.serving.Serving;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
        return lease.before().isEmpty() ? unknown(lease, lease.pool()) : "";
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
            return unknown(lease, pool.name());
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

    private static String unknown(Lease lease, String pool) {
        return ("The CPU of %s is not wholly known, so nobody can tell whether giving it back is"
                        + " safe: see to its metrics, or undo %s if you know that it is.")
                .formatted(pool, lease.id());
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
        Set<String> then = new HashSet<>(now);
        values.forEach((knob, value) -> {
            if (knob.kind() == Kind.STATE && value == 0) {
                then.add(knob.name());
            } else if (knob.kind() == Kind.STATE) {
                then.remove(knob.name());
            }
        });
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
        GateInput input = planning.gates(fleet, keys.get());
        Map<Integer, Integer> shed = new LinkedHashMap<>();
        Map<Integer, Integer> limits = new LinkedHashMap<>();
        int balancers = input.pool().balancers().size();
        values.forEach((knob, value) -> {
            if (knob.kind() == Kind.SHED) {
                shed.put(Integer.valueOf(knob.name()), value);
            } else if (knob.kind() == Kind.LIMIT) {
                boolean none = value >= GateSetting.NO_LIMIT;
                limits.put(
                        Integer.valueOf(knob.name()),
                        none ? GateSetting.NO_LIMIT : value * balancers);
            }
        });
        Plan plan = GatePlan.of(input, new GateSetting("before", shed, limits));
        return plan.after();
    }

    /// To a tenth, as a whole percent would show both sides of a limit alike.
    private static String percent(double share) {
        var format = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return Double.isInfinite(share) ? "more than it has" : format.format(100 * share) + " %";
    }
}
