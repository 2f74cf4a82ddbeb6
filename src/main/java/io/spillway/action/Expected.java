package io.spillway.action;

import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What a plan promised, kept with its act so that it can be held against what came.
///
/// @param cpu server to share of CPU predicted, 0..1: of servers whose share of the load changes
/// @param before highest share of CPU when it was planned, NaN if unknown
/// @param after the same as predicted
/// @param sheds requests per second that gates will refuse more than before, NaN if no gate is set
/// @param relieved servers whose share of the load falls
/// @param growth the load that it was promised for, as a multiple of the load when it was planned
public record Expected(
        Map<String, Float> cpu,
        double before,
        double after,
        double sheds,
        Set<String> relieved,
        double growth) {
    /// A journal of an earlier version lacks what came later.
    @SuppressWarnings("NullAway") // Jackson passes null for what is missing
    public Expected {
        relieved = relieved == null ? Set.of() : relieved;
        growth = growth >= 1 ? growth : 1;
    }

    /// Nothing was promised.
    public static Expected none() {
        return new Expected(Map.of(), Double.NaN, Double.NaN, Double.NaN, Set.of(), 1);
    }

    static Expected of(Plan plan) {
        Map<String, Float> cpu = new LinkedHashMap<>();
        Set<String> relieved = new LinkedHashSet<>();
        for (Move move : plan.servers()) {
            if (move.changesShare() && Float.isFinite(move.cpuAfter())) {
                cpu.put(move.name(), move.cpuAfter());
            }
            if (move.changesShare() && move.shareAfter() < move.shareNow()) {
                relieved.add(move.name());
            }
        }
        double sheds =
                plan.classes().stream()
                        .mapToDouble(c -> c.admittedNow() - c.admittedAfter())
                        .filter(Double::isFinite)
                        .sum();
        return new Expected(
                cpu,
                plan.before(),
                plan.after(),
                plan.classes().isEmpty() ? Double.NaN : sheds,
                relieved,
                plan.growth());
    }
}
