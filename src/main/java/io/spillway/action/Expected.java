package io.spillway.action;

import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a plan promised, kept with its act so that it can be held against what came.
///
/// @param cpu server to share of CPU predicted, 0..1: of servers whose share of the load changes
/// @param before highest share of CPU when it was planned, NaN if unknown
/// @param after the same as predicted
/// @param sheds requests per second that gates will refuse more than before, NaN if no gate is set
public record Expected(Map<String, Float> cpu, double before, double after, double sheds) {
    /// Nothing was promised.
    public static Expected none() {
        return new Expected(Map.of(), Double.NaN, Double.NaN, Double.NaN);
    }

    static Expected of(Plan plan) {
        Map<String, Float> cpu = new LinkedHashMap<>();
        for (Move move : plan.servers()) {
            if (move.changesShare() && Float.isFinite(move.cpuAfter())) {
                cpu.put(move.name(), move.cpuAfter());
            }
        }
        double sheds =
                plan.classes().stream()
                        .mapToDouble(c -> c.admittedNow() - c.admittedAfter())
                        .filter(Double::isFinite)
                        .sum();
        return new Expected(
                cpu, plan.before(), plan.after(), plan.classes().isEmpty() ? Double.NaN : sheds);
    }
}
